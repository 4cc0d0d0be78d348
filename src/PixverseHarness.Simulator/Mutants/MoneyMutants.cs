using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Prices, charges and balances that are not as promised.</summary>
internal static class MoneyMutants
{
    private static readonly MicroDollars Cent = new(10_000);
    private static readonly ConditionalWeakTable<TwinSession, StrongBox<int>> ResultsLookedAt = [];

    public static ImmutableArray<Mutant> All { get; } =
    [
        Price("price-360p", "360p costs a cent more", r => r.Quality == Quality.P360),
        Price("price-540p", "540p costs a cent more", r => r is { Quality: Quality.P540, Duration: ClipDuration.FiveSeconds, MotionMode: MotionMode.Normal }),
        Price("price-540p-fast", "540p with fast motion costs a cent more", r => r is { Quality: Quality.P540, MotionMode: MotionMode.Fast }),
        Price("price-540p-8s", "540p for 8 s costs a cent more", r => r is { Quality: Quality.P540, Duration: ClipDuration.EightSeconds }),
        Price("price-720p", "720p costs a cent more", r => r is { Quality: Quality.P720, Duration: ClipDuration.FiveSeconds, MotionMode: MotionMode.Normal }),
        Price("price-720p-fast", "720p with fast motion costs a cent more", r => r is { Quality: Quality.P720, MotionMode: MotionMode.Fast }),
        Price("price-720p-8s", "720p for 8 s costs a cent more", r => r is { Quality: Quality.P720, Duration: ClipDuration.EightSeconds }),
        Price("price-1080p", "1080p costs a cent more", r => r.Quality == Quality.P1080),
        Price("style-costs", "a style costs a cent", r => r.Style is not null),
        Price("ratio-costs", "upright pictures cost a cent", r => r.AspectRatio is AspectRatio.Portrait3x4 or AspectRatio.Portrait9x16),
        new() { Id = "cost-in-cents", Summary = "cost is in cents", Say = (r, s) => Ended(s) ? r.Changed("/metrics/cost", v => v!.GetValue<decimal>() * 100) : r },
        new() { Id = "cost-too-low", Summary = "cost is a tenth of the price", Say = (r, s) => Ended(s) ? r.Changed("/metrics/cost", v => v!.GetValue<decimal>() / 10) : r },
        new() { Id = "cost-on-failure", Summary = "a failed job names a cost", Say = (r, s) => s.Reads && s.State == JobState.Failed ? r.With("/metrics/cost", 0) : r },
        new() { Id = "balance-on-failure", Summary = "a failed job names a balance", Say = (r, s) => s.Reads && s.State == JobState.Failed ? r.With("/metrics/remaining_credits", 1) : r },
        new() { Id = "failures-charged", Summary = "failed jobs are charged", Charge = (job, due) => job.Failure is null ? due : job.Price },
        new() { Id = "completed-free", Summary = "completed jobs are not charged", Charge = (_, _) => MicroDollars.Zero },
        new() { Id = "charged-twice", Summary = "completed jobs are charged twice", Charge = (_, due) => due * 2 },
        new() { Id = "second-job-free", Summary = "only the first job of an account is charged", Charge = (job, due) => job.Account.Jobs.Completed == 0 ? due : MicroDollars.Zero },
        new() { Id = "sync-free", Summary = "v1 jobs are not charged", Charge = (job, due) => job.IsSync ? MicroDollars.Zero : due },
        new() { Id = "sync-dear", Summary = "v1 jobs are charged a cent more", Charge = (job, due) => job.IsSync && job.Failure is null ? due + Cent : due },
        new() { Id = "balance-drifts", Summary = "remaining_credits changes at each read", Say = (r, s) => Ended(s) ? r.Moved("/metrics/remaining_credits", s.Attempt) : r },
        new() { Id = "balance-before-charge", Summary = "remaining_credits is the balance before the charge", Say = (r, s) => Ended(s) ? r.Moved("/metrics/remaining_credits", 0.375m) : r },
        new()
        {
            Id = "results-cost", Summary = "each look at a result costs a cent",
            Say = (r, s) => s.Is(ApiOperation.GetResult, JobState.Completed) ? Counted(r, s) : s.Operation == ApiOperation.GetCredits ? r.Moved("/credits", -0.01m * LookedAt(s).Value) : r,
        },
        new() { Id = "free-credits-negative", Summary = "free-credits are below zero", Say = (r, s) => s.Operation == ApiOperation.GetCredits && r.Status == 200 ? r.With("/free-credits", -1) : r },
        new() { Id = "asking-costs", Summary = "each look at the credits costs a cent", Say = (r, s) => s.Operation == ApiOperation.GetCredits ? r.Moved("/credits", -0.01m * s.Attempt) : r },
        new() { Id = "credits-off-by-a-cent", Summary = "the credits call answers a cent too little", Say = (r, s) => s.Operation == ApiOperation.GetCredits ? r.Moved("/credits", -0.01m) : r },
        new()
        {
            Id = "errors-cost", Summary = "the balance falls by a cent for each post that was refused",
            Say = (r, s) => s.Operation == ApiOperation.GetCredits && s.Attempt > 2 ? r.Moved("/credits", -0.01m) : r,
        },
        new()
        {
            Id = "keys-share-money", Summary = "all keys draw on the first one's balance",
            Hear = (r, s) => s.Operation == ApiOperation.GetCredits && s.Session.Jobs.Live.FirstOrDefault() is { } job ? r.WithKey(job.Account.Key) : r,
        },
        new()
        {
            Id = "credits-unchecked", Summary = "a submit is taken whatever the balance",
            Say = (r, s) => s.Operation == ApiOperation.Submit && s.Cause == ErrorCauses.InsufficientCredits ? r with { Status = 200 } : r,
        },
        new()
        {
            Id = "credits-status-swapped", Summary = "missing credits are answered 402 where 406 is promised", Under = "credits=406",
            Say = (r, s) => s.Operation == ApiOperation.Submit && s.Cause == ErrorCauses.InsufficientCredits ? r with { Status = 402 } : r,
        },
        new()
        {
            Id = "credits-sync-402", Summary = "v1 answers 402 for missing credits",
            Say = (r, s) => s.Operation == ApiOperation.GenerateSync && s.Cause == ErrorCauses.InsufficientCredits ? r with { Status = 402 } : r,
        },
        new()
        {
            Id = "credits-unnamed", Summary = "the error of missing credits names no amounts",
            Say = (r, s) => s.Cause == ErrorCauses.InsufficientCredits ? r.With("/error", "Too little money.") : r,
        },
        new() { Id = "spend-limit-unnamed", Summary = "the error of the spend limit names nothing", Say = (r, s) => s.Cause == ErrorCauses.SpendLimit ? r.With("/error", "No.") : r },
        new() { Id = "no-record-empty", Summary = "an account without a record has 0 credits", Say = (r, s) => s.Cause == ErrorCauses.NoCreditsRecord ? r with { Status = 200 } : r },
    ];

    private static StrongBox<int> LookedAt(MutantScope scope) => ResultsLookedAt.GetOrCreateValue(scope.Session);

    private static TwinResponse Counted(TwinResponse response, MutantScope scope)
    {
        Interlocked.Increment(ref LookedAt(scope).Value);
        return response;
    }

    private static bool Ended(MutantScope scope) => scope.Reads && scope.State == JobState.Completed;

    private static Mutant Price(string id, string summary, Func<VideoRequest, bool> where) =>
        new() { Id = id, Summary = summary, Price = (price, request) => where(request) ? price + Cent : price };

    private static TwinRequest WithKey(this TwinRequest r, string key) =>
        new() { Method = r.Method, Path = r.Path, Query = r.Query, Origin = r.Origin, ApiKey = key, HasAuthorization = r.HasAuthorization, ContentType = r.ContentType, Prefer = r.Prefer, Body = r.Body };
}
