using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>A kind of answer that the contract speaks of: what mutants are generated over.</summary>
/// <param name="Name">Names it in the ids of mutants.</param>
/// <param name="Status">Its status.</param>
/// <param name="Members">The members of its body, as pointers; empty for a body that is not JSON.</param>
/// <param name="Is">Whether a request is answered so.</param>
internal sealed record Situation(string Name, int Status, ImmutableArray<string> Members, Func<MutantScope, TwinResponse, bool> Is)
{
    private static readonly ImmutableArray<string> Unfinished = ["/metrics", "/request_id", "/response_url", "/status", "/status_url"];

    private static readonly ImmutableArray<string> Failed =
        ["/error", "/metrics", "/metrics/inference_time", "/metrics/queue_time", "/metrics/total_time", "/request_id", "/status"];

    private static readonly ImmutableArray<string> Metrics =
    [
        "/metrics", "/metrics/cost", "/metrics/inference_time", "/metrics/queue_time", "/metrics/remaining_credits", "/metrics/total_time",
    ];

    /// <summary>Every kind of answer, the refusals by cause last.</summary>
    public static ImmutableArray<Situation> All { get; } =
    [
        new("submit", 200, ["/poll_url", "/request_id", "/response_url", "/status", "/status_url"], (s, r) => s.Operation == ApiOperation.Submit && r.Status == 200),
        new("sync", 200, [], (s, r) => s.Operation == ApiOperation.GenerateSync && r.Status == 200),
        new("sync-failed", 500, ["/error"], (s, _) => s.Operation == ApiOperation.GenerateSync && s.Cause?.Stage == ErrorStage.Job),
        new("credits", 200, ["/credits", "/free-credits"], (s, r) => s.Operation == ApiOperation.GetCredits && r.Status == 200),
        Of("status", ApiOperation.GetStatus, JobState.Queued, 200, Unfinished),
        Of("status", ApiOperation.GetStatus, JobState.Processing, 200, Unfinished),
        Of("status", ApiOperation.GetStatus, JobState.Completed, 200, [.. Metrics, "/request_id", "/status"]),
        Of("status", ApiOperation.GetStatus, JobState.Failed, 422, Failed),
        Of("result", ApiOperation.GetResult, JobState.Queued, 200, Unfinished),
        Of("result", ApiOperation.GetResult, JobState.Processing, 200, Unfinished),
        Of("result", ApiOperation.GetResult, JobState.Completed, 200,
        [
            .. Metrics, "/error", "/output", "/prompt", "/request_id", "/seed", "/status", "/timings", "/video", "/video/content_type",
            "/video/file_name", "/video/file_size", "/video/url",
        ]),
        Of("result", ApiOperation.GetResult, JobState.Failed, 422, Failed),
        Of("poll", ApiOperation.GetV1Result, JobState.Completed, 200, ["/output"]),
        new("output", 200, [], (s, r) => s.Route.Kind == RouteKind.Output && r.Status == 200),
        .. new[] { ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result }.Select(o => new Situation(
            $"not-found-{Operations.Get(o).Name}", 404, ["/error"], (s, _) => s.Operation == o && s.Cause == ErrorCauses.RequestNotFound)),
        .. ErrorCauses.All
            .Where(c => c.Stage == ErrorStage.Request && c != ErrorCauses.RequestNotFound && c != ErrorCauses.ResultExpired && c != ErrorCauses.BodyTooLarge)
            .Select(c => new Situation($"refused-{c.Name}", c.Status, c.IsHtml ? [] : ["/error"], (s, _) => s.Cause == c)),
    ];

    private static Situation Of(string call, ApiOperation operation, JobState state, int status, ImmutableArray<string> members) =>
        new($"{call}-{state.ToString().ToLowerInvariant()}", status, members, (s, r) => s.Is(operation, state) && r.Status == status);
}
