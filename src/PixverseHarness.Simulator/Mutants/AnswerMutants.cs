using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Outputs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Errors, results and files that are not as promised.</summary>
internal static class AnswerMutants
{
    public static ImmutableArray<Mutant> All { get; } =
    [
        .. Operations.All.Select(o => Say($"key-unchecked-{o.Name}", $"{o.Name} takes requests without a key",
            s => s.Operation == o.Operation && s.Cause == ErrorCauses.MissingKey, r => ErrorAnswers.Json(200, "welcome"))),
        .. Operations.All.Select(o => Say($"bad-key-taken-{o.Name}", $"{o.Name} takes a key that is none",
            s => s.Operation == o.Operation && s.Cause == ErrorCauses.InvalidKey, r => ErrorAnswers.Json(200, "welcome"))),
        Say("bearer-taken", "a key as a bearer token is taken", s => s.Cause == ErrorCauses.BearerKey, r => ErrorAnswers.Json(404, "Request not found")),
        Say("keys-expire", "keys expire after a week",
            s => s.Operation is not null && s.Now - s.Session.Clock.StartTicks > TimeSpan.FromDays(7).Ticks, r => ErrorAnswers.Json(401, ErrorCauses.InvalidKey.Message)),
        Say("forbidden-once", "the second call that is forbidden goes through", s => s.Cause == ErrorCauses.Forbidden && s.Attempt % 2 == 0, r => r with { Status = 404 }),
        Say("key-before-method", "a missing key is told before a wrong verb", s => s.Cause == ErrorCauses.MethodNotAllowed && s.Request.ApiKey is null,
            r => ErrorAnswers.Of(ErrorCauses.MissingKey, 401)),
        Say("model-before-key", "an unknown model is told before a missing key", s => s.Route.Kind == RouteKind.OtherModel && s.Cause == ErrorCauses.MissingKey,
            r => ErrorAnswers.Of(ErrorCauses.ModelNotFound, 404)),
        Say("type-before-model", "a wrong content type is told before an unknown model",
            s => s.Cause == ErrorCauses.ModelNotFound && s.Request.ContentType == "text/plain", r => ErrorAnswers.Of(ErrorCauses.WrongContentType, 406)),
        Say("body-before-type", "a malformed body is told before a wrong content type",
            s => s.Cause == ErrorCauses.WrongContentType && s.Request.Body.Length == 1, r => ErrorAnswers.Of(ErrorCauses.MalformedBody, 400)),
        Say("limit-before-body", "an exceeded limit is told before a malformed body",
            s => s.Cause == ErrorCauses.MalformedBody && s.Request.ApiKey is { } key && !s.Session.AccountOf(key).Limiter.HasRoom(s.Now),
            r => ErrorAnswers.Of(ErrorCauses.RateLimited, 429)),
        Say("credits-before-limit", "missing credits are told before an exceeded limit",
            s => s.Cause == ErrorCauses.RateLimited && s.Request.ApiKey is { } key && s.Session.AccountOf(key).Available.Value < 375_000,
            r => ErrorAnswers.Of(ErrorCauses.InsufficientCredits, 406)),
        Say("wrong-verb-empty", "a wrong verb is answered without a page", s => s.Cause == ErrorCauses.MethodNotAllowed, r => r with { Body = default }),
        Say("wrong-verb-cut", "a wrong verb is answered with half a page", s => s.Cause == ErrorCauses.MethodNotAllowed, r => r with { Body = r.Body[..(r.Body.Length / 2)] }),
        Say("model-by-body", "a model named in the body is found on any path",
            s => s.Cause == ErrorCauses.ModelNotFound && s.Request.Body.Span.IndexOf("\"model\""u8) >= 0, r => r with { Status = 200 }),
        Say("jobs-can-be-listed", "GET /v2/requests answers a list", s => s.Request.Path.EndsWith("/v2/requests", StringComparison.Ordinal), r => r with { Status = 200 }),
        Say("openapi-served", "/openapi.json is served", s => s.Request.Path.EndsWith("/openapi.json", StringComparison.Ordinal), r => r with { Status = 200 }),
        Say("zero-id-known", "the all-zero id is a job", s => s.Reads && s.Route.Id.StartsWith("00000000-", StringComparison.Ordinal) && s.Cause == ErrorCauses.RequestNotFound,
            r => r with { Status = 200 }),
        Say("not-found-without-id", "the error of an unknown id does not name it", s => s.Cause == ErrorCauses.RequestNotFound, r => r.With("/error", "Request not found")),
        Say("error-code", "errors have a symbolic code", s => s.Cause is not null, r => r.With("/code", "E42")),
        Say("error-description", "errors have error_description", s => s.Cause is { Stage: ErrorStage.Request }, r => r.With("/error_description", "more words")),
        Say("error-as-object", "errors are objects", s => s.Cause is { Stage: ErrorStage.Request }, r => r.With("/error", new System.Text.Json.Nodes.JsonObject { ["message"] = "no" })),
        Say("failed-error-as-list", "the error of a failed job is a list", s => s.State == JobState.Failed && s.Reads, r => r.With("/error", new System.Text.Json.Nodes.JsonArray("no"))),
        Say("failed-without-reason", "the error of a failed job is empty", s => s.State == JobState.Failed && s.Reads, r => r.With("/error", "")),
        Say("failed-as-200", "the status of a failed job is answered 200", s => s.Is(ApiOperation.GetStatus, JobState.Failed), r => r with { Status = 200 }),
        Say("failed-result-empty", "the result of a failed job has no body", s => s.Is(ApiOperation.GetResult, JobState.Failed), r => r with { Body = default }),
        Say("failed-result-differs", "status and result of a failed job give different reasons", s => s.Is(ApiOperation.GetResult, JobState.Failed), r => r.With("/error", "It failed.")),
        Say("failed-with-output", "a failed job has an output", s => s.State == JobState.Failed && s.Reads, r => r.With("/output", "https://images.invalid/x.mp4")),
        new()
        {
            Id = "failed-with-id", Summary = "the body of a failed job repeats request_id", Under = "failed-body-id=no",
            Say = (r, s) => s.State == JobState.Failed && s.Reads ? r.With("/request_id", s.Job!.Id) : r,
        },
        Say("policy-unsaid", "a content block does not speak of policy", s => s.Cause == ErrorCauses.ContentBlocked, r => r.With("/error", "Something went wrong.")),
        Say("busy-as-429", "an upstream limit refuses the submit", s => s.Operation == ApiOperation.Submit && s.Job?.Failure == ErrorCauses.UpstreamBusy, r => r with { Status = 429 }),
        Say("errors-stick", "a read that met an error meets it for ever", s => s.Reads && s.Job?.Faults is not null && s.Attempt <= 6, r => ErrorAnswers.Json(500, "Internal server error.")),
        Say("wrong-id", "the status names another id", s => s.Operation == ApiOperation.GetStatus && s.Job is not null, r => r.Changed("/request_id", _ => "7d3c1f5a-9b2e-4c68-8a17-5e0f4d6b2c93")),
        Say("status-with-output", "the status of a completed job has its output", s => s.Is(ApiOperation.GetStatus, JobState.Completed), r => r.With("/output", "https://images.invalid/x.mp4")),
        Say("status-keeps-urls", "the status of a completed job keeps its URLs", s => s.Is(ApiOperation.GetStatus, JobState.Completed), r => r.With("/status_url", "https://x.invalid/")),
        Say("status-with-eta", "a running job has an eta", s => s.Is(ApiOperation.GetStatus, JobState.Processing), r => r.With("/eta", 12)),
        Result("result-wrong-id", "the result names another id", r => r.With("/request_id", "a1")),
        Result("result-with-error", "the result of a completed job has an error", r => r.With("/error", "none")),
        Result("result-other-prompt", "the result repeats another prompt", r => r.With("/prompt", "A cat.")),
        Result("result-other-metrics", "the metrics of the result are not those of the status", r => r.Moved("/metrics/inference_time", 0.1m)),
        Result("result-two-urls", "video.url is not output", r => r.Changed("/video/url", v => $"{v}?x")),
        Result("result-webm", "video.content_type is video/webm", r => r.With("/video/content_type", "video/webm")),
        Result("result-size-in-words", "video.file_size is no number", r => r.With("/video/file_size", "3 kB")),
        Result("result-bad-frame", "video.last_frame_url is no URL", r => r.With("/video/last_frame_url", "frame")),
        Result("result-relative-output", "output is relative", r => r.Changed("/output", v => new Uri(v!.GetValue<string>()).AbsolutePath)),
        Result("result-other-seed", "the result names another seed than was asked for", r => r.With("/seed", "1")),
        Result("result-other-size", "video.file_size is not the size of the file", r => r.With("/video/file_size", "17")),
        Say("random-seed-repeated", "a seed of -1 is repeated as it is", s => s.Operation == ApiOperation.GetResult && s.Job is not null,
            (r, s) => s.State == JobState.Completed && s.Session.Jobs.Count < 3 ? r.With("/seed", "-1") : r),
        Output("output-needs-key", "the file is refused without a key", (r, s) => s.Request.ApiKey is null ? ErrorAnswers.Json(401, ErrorCauses.MissingKey.Message) : r),
        Output("output-octets", "the file comes as octets", (r, _) => r with { ContentType = "application/octet-stream" }),
        Output("output-cut", "the file is shorter than it should be", (r, _) => r with { Body = r.Body[..^1] }),
        Output("output-square", "every picture is square", (r, s) => r with { Body = SampleVideos.Get(AspectRatio.Square, DurationOf(s)) }),
        Output("output-five-seconds", "every clip lasts five seconds", (r, s) => r with { Body = SampleVideos.Get(OutputOf(s).Ratio, ClipDuration.FiveSeconds) }),
        Output("output-never-the-same", "the same seed gives another video", (r, s) => r with { Body = (byte[])[.. r.Body.Span, .. BitConverter.GetBytes(OutputOf(s).CompletedAt)] }),
    ];

    private static ClipDuration DurationOf(MutantScope scope) => OutputOf(scope).Duration;

    private static (long CompletedAt, AspectRatio Ratio, ClipDuration Duration) OutputOf(MutantScope scope) =>
        OutputName.Read(scope.Session.OutputSecret, scope.Route.Id)!.Value;

    private static Mutant Result(string id, string summary, Func<TwinResponse, TwinResponse> change) =>
        Say(id, summary, s => s.Is(ApiOperation.GetResult, JobState.Completed), change);

    private static Mutant Output(string id, string summary, Func<TwinResponse, MutantScope, TwinResponse> change) =>
        new() { Id = id, Summary = summary, Say = (r, s) => s.Route.Kind == RouteKind.Output && r.Status == 200 ? change(r, s) : r };

    private static Mutant Say(string id, string summary, Func<MutantScope, bool> where, Func<TwinResponse, TwinResponse> change) =>
        Say(id, summary, where, (r, _) => change(r));

    private static Mutant Say(string id, string summary, Func<MutantScope, bool> where, Func<TwinResponse, MutantScope, TwinResponse> change) =>
        new() { Id = id, Summary = summary, Say = (r, s) => where(s) ? change(r, s) : r };
}
