using System.Collections.Immutable;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Records and files that live too short, too long, or die in another way.</summary>
internal static class ExpiryMutants
{
    private static readonly TimeSpan Longer = TimeSpan.FromMinutes(10);

    public static ImmutableArray<Mutant> All { get; } =
    [
        new() { Id = "expires-early", Summary = "records live for 59 minutes", Retain = t => t - TimeSpan.FromMinutes(1) },
        new() { Id = "expires-very-early", Summary = "records live for half an hour", Retain = t => t / 2 },
        new() { Id = "expires-late", Summary = "records live for 61 minutes", Retain = t => t + TimeSpan.FromMinutes(1) },
        new() { Id = "never-expires", Summary = "records live for ever", Retain = t => t * 1000 },
        new()
        {
            Id = "expires-from-completion", Summary = "the hour counts from the end although it is promised from the submit", Under = "retention=submission",
            Arrange = o => o with { Profile = o.Profile with { Retention = RetentionAnchor.Completion } },
        },
        Gone("expired-410", "an expired job is answered 410", r => ErrorAnswers.Json(410, "Gone.")),
        Gone("expired-says-so", "an expired job is told from an unknown one", r => ErrorAnswers.Json(404, "The result has expired.")),
        Gone("expired-keeps-output", "an expired job still names its output", r => ErrorAnswers.Json(404, "Request not found").With("/output", "https://images.invalid/x.mp4")),
        Only("status-expires-late", "the status lives longer than the result", ApiOperation.GetStatus),
        Only("result-expires-late", "the result lives longer than the status", ApiOperation.GetResult),
        Only("poll-expires-late", "the poll_url lives longer than the status", ApiOperation.GetV1Result),
        Output("output-dies-with-record", "the file is gone with its record", ApiLimits.Retention),
        Output("output-six-days", "the file lives for six days", TimeSpan.FromDays(6)),
    ];

    private static bool IsOver(MutantScope scope) => scope.Reads && scope.Job is not null && scope.Age >= ApiLimits.Retention;

    // The record is kept a little longer, so that the mutant knows what it speaks of.
    private static Mutant Gone(string id, string summary, Func<TwinResponse, TwinResponse> change) =>
        new() { Id = id, Summary = summary, Retain = t => t + Longer, Say = (r, s) => IsOver(s) ? change(r) : r };

    private static Mutant Only(string id, string summary, ApiOperation operation) => new()
    {
        Id = id,
        Summary = summary,
        Retain = t => t + Longer,
        Say = (r, s) => IsOver(s) && s.Operation != operation
            ? ErrorAnswers.Json(404, s.Operation == ApiOperation.GetV1Result ? $"Output for this request ID {s.Route.Id} Not Found" : $"Request {s.Route.Id} not found")
            : r,
    };

    private static Mutant Output(string id, string summary, TimeSpan life) => new()
    {
        Id = id,
        Summary = summary,
        Say = (r, s) => s.Route.Kind == RouteKind.Output && Outputs.OutputName.Read(s.Session.OutputSecret, s.Route.Id) is { } output && s.Now - output.CompletedAt > life.Ticks
            ? ErrorAnswers.Json(404, "Output not found.")
            : r,
    };
}
