using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Rate limits that are not what they say.</summary>
internal static class LimitMutants
{
    private const int BusyAt = 3;

    public static ImmutableArray<Mutant> All { get; } =
    [
        new() { Id = "limit-one-more", Summary = "one request too many is admitted", Arrange = o => o with { RequestsPerMinute = LimitOf(o) + 1 } },
        new() { Id = "limit-one-less", Summary = "one request too few is admitted", Arrange = o => o with { RequestsPerMinute = LimitOf(o) is > 1 and var limit ? limit - 1 : LimitOf(o) } },
        new() { Id = "limit-off", Summary = "there is no limit", Arrange = o => o with { RequestsPerMinute = LimitOf(o) is null ? null : 1_000_000 } },
        new() { Id = "limit-not-for-sync", Summary = "v1 is not limited", Say = (r, s) => s.Operation == ApiOperation.GenerateSync && s.Cause == ErrorCauses.RateLimited ? r with { Status = 200 } : r },
        new() { Id = "polls-counted", Summary = "polls count against the limit", Under = "polls-count=no", Arrange = o => o with { Profile = o.Profile with { PollsCount = true } } },
        new() { Id = "window-opens-late", Summary = "a second after the stated instant requests are still refused", Play = (a, s) => IsLimitedPost(s) && IntoWindow(s) < TimeSpan.TicksPerSecond ? Refused(s) : a },
        new() { Id = "window-opens-early", Summary = "ten seconds before the stated instant requests are admitted", Say = (r, s) => s.Cause == ErrorCauses.RateLimited && IntoWindow(s) > 50 * TimeSpan.TicksPerSecond ? r with { Status = 200 } : r },
        Reset("reset-in-the-past", "the reset instant is over", -120),
        Reset("reset-too-early", "the reset instant is ten seconds too early", -10),
        Reset("reset-too-late", "the reset instant is two minutes too late", 120),
        new()
        {
            Id = "status-with-reset", Summary = "the status of a job names the reset instant",
            Say = (r, s) => s.Operation == ApiOperation.GetStatus && s.Job is not null ? r.WithHeader(Operations.RateLimitResetHeader, UtcText.Seconds(s.Now)) : r,
        },
        new() { Id = "result-with-retry-after", Summary = "the result of a job has Retry-After", Say = (r, s) => s.Operation == ApiOperation.GetResult && s.Job is not null ? r.WithHeader("Retry-After", "1") : r },
        new() { Id = "limited-with-id", Summary = "429 answers an id", Say = (r, s) => s.Cause == ErrorCauses.RateLimited ? r.With("/request_id", "a1") : r },
        new()
        {
            Id = "busy-refused", Summary = "more than three jobs at once are refused",
            Say = (r, s) => s.Operation == ApiOperation.Submit && r.Status == 200 && s.Session.Workers.IsBounded && s.Session.Jobs.Live.Count(j => j.EndsAt > s.Now) > BusyAt
                ? ErrorAnswers.Json(429, "rate_limit_exceeded")
                : r,
        },
        new()
        {
            Id = "refusals-charged", Summary = "a request over the limit is charged like a job",
            Charge = (job, due) => due.Value > 0 && job.Account.Limiter.IsOn ? due + due : due,
        },
    ];

    private static int? LimitOf(TwinOptions options) => options.RequestsPerMinute ?? options.Plan.RequestsPerMinute(options.Profile);

    private static bool IsLimitedPost(MutantScope scope) =>
        scope.Operation == ApiOperation.Submit && scope.Request.ApiKey is { } key && scope.Session.AccountOf(key).Limiter.IsOn;

    private static long IntoWindow(MutantScope scope) => scope.Now % scope.Session.RateWindow.Ticks;

    private static TwinAnswer Refused(MutantScope scope) => TwinAnswer.Of(
        scope.Session.Clock,
        ErrorAnswers.Of(ErrorCauses.RateLimited, 429).WithHeader(
            Operations.RateLimitResetHeader, UtcText.Seconds(Limits.FixedWindowLimiter.EndOf(scope.Now, scope.Session.RateWindow))));

    private static Mutant Reset(string id, string summary, int seconds) => new()
    {
        Id = id,
        Summary = summary,
        Say = (r, s) => s.Cause != ErrorCauses.RateLimited ? r : r with
        {
            Headers = [new(Operations.RateLimitResetHeader, UtcText.Seconds(Limits.FixedWindowLimiter.EndOf(s.Now, s.Session.RateWindow) + (seconds * TimeSpan.TicksPerSecond)))],
        },
    };
}
