using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>The blocking call, wrong in its own ways.</summary>
internal static class SyncMutants
{
    public static ImmutableArray<Mutant> All { get; } =
    [
        new()
        {
            Id = "sync-does-not-wait", Summary = "v1 answers at once", Play = (a, s) => a.Steps[^1] is TwinStep.Hold ? a.EndingWith(Video(s)) : a,
        },
        Say("sync-json", "v1 answers JSON", r => r with { ContentType = "application/json", Body = "{}"u8.ToArray() }),
        Say("sync-not-a-video", "v1 answers bytes that are no video", r => r with { Body = new byte[64] }),
        Header("sync-cost-wrong", "x-cost is a cent more than the price", "x-cost", "0.385"),
        Header("sync-balance-wrong", "x-remaining-credits is not the balance", "x-remaining-credits", "1"),
        Header("sync-time-wrong", "x-generation-time is longer than the call", "x-generation-time", "4000"),
        Header("sync-time-short", "x-generation-time is a tenth of what the job took", "x-generation-time", "4"),
        Say("sync-cut", "v1 answers half of the file", r => r with { Body = r.Body[..(r.Body.Length / 2)] }),
        Say("sync-surplus", "v1 answers bytes after the file", r => r with { Body = (byte[])[.. r.Body.Span, .. "end"u8] }),
        new()
        {
            Id = "sync-failure-with-cost", Summary = "a v1 call whose job fails names a cost",
            Say = (r, s) => s.Operation == ApiOperation.GenerateSync && s.Cause?.Stage == Contract.Errors.ErrorStage.Job ? r.WithHeader("x-cost", "0.375") : r,
        },
        Header("sync-seed-wrong", "x-seed-value is another seed", "x-seed-value", "1"),
        Header("sync-same-id", "x-request-id is the same for all calls", "x-request-id", "a1"),
        Header("sync-reset-past", "the reset instant of v1 is over", Operations.RateLimitResetHeader, "2020-01-01T00:00:00Z"),
        Say("sync-bad-metadata", "x-output-metadata is no JSON", r => r.WithHeader("x-output-metadata", "{")),
        new() { Id = "sync-no-cut-off", Summary = "v1 waits for as long as it takes", CutOff = t => t * 100 },
        new() { Id = "sync-early-cut-off", Summary = "v1 gives up after a minute", CutOff = t => t * 0.6 },
        new()
        {
            Id = "sync-failure-422", Summary = "a v1 call whose job fails is answered 422",
            Say = (r, s) => s.Operation == ApiOperation.GenerateSync && s.Cause?.Stage == Contract.Errors.ErrorStage.Job ? r with { Status = 422 } : r,
        },
    ];

    private static TwinStep.Send Video(MutantScope scope) => new(new TwinResponse
    {
        Status = 200,
        ContentType = "video/mp4",
        Body = Outputs.SampleVideos.Get(scope.Job!.AspectRatio, scope.Job.Duration),
        Headers = [new("x-request-id", scope.Job.Id), new("x-generation-time", "40"), new("x-cost", "0.375")],
    });

    private static Mutant Header(string id, string summary, string header, string value) => Say(
        id, summary, r => r with { Headers = [.. r.Headers.Select(h => h.Key == header ? new KeyValuePair<string, string>(header, value) : h)] });

    private static Mutant Say(string id, string summary, Func<TwinResponse, TwinResponse> change) =>
        new() { Id = id, Summary = summary, Say = (r, s) => s.Operation == ApiOperation.GenerateSync && r.Status == 200 ? change(r) : r };
}
