using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>Requests that are refused before there is a job.</summary>
internal static class RefusalScenarios
{
    private const int MostBody = 1024 * 1024;

    // These are met by a body, an account, a job or a v1 call that takes too long.
    private static readonly ImmutableArray<ErrorCause> OfBodies =
    [
        ErrorCauses.MalformedBody, ErrorCauses.MissingParameter, ErrorCauses.InvalidParameter, ErrorCauses.WrongContentType,
        ErrorCauses.ParameterValueRejected, ErrorCauses.BodyTooLarge,
    ];

    private static readonly ImmutableArray<ErrorCause> OfOthers =
        [.. OfBodies, ErrorCauses.InsufficientCredits, ErrorCauses.ResultExpired, ErrorCauses.SyncTimeout];

    private static readonly ImmutableArray<ApiOperation> Posts = [ApiOperation.GenerateSync, ApiOperation.Submit];

    private static readonly ImmutableArray<(ApiOperation Operation, ErrorCause Cause)> Plain =
    [
        .. from spec in Operations.All
           from cause in ErrorCauses.All
           where cause.Stage == ErrorStage.Request && cause.AppliesTo(spec.Operation) && !OfOthers.Contains(cause)
               && !(cause == ErrorCauses.RateLimited && spec.CreatesJob)
           select (spec.Operation, cause),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<SnapshotScenario> All { get; } =
    [
        new("refusals", [.. Plain.Select(p => SnapshotCase.Of(p.Operation, p.Cause.Name)), SnapshotCase.Of("UnknownId"), SnapshotCase.Of(ApiOperation.GetCredits, "balance")], RefuseAsync)
        {
            Wish = new() { ClosedKeys = true },
        },
        new("bodies", [.. from operation in Posts from cause in OfBodies select SnapshotCase.Of(operation, cause.Name)], SendBodiesAsync)
        {
            Cost = CheckCost.ExpectedToFail,
            Worst = PriceTable.Highest * (Posts.Length * OfBodies.Length),
        },
        new("credits", [.. Posts.Select(o => SnapshotCase.Of(o, ErrorCauses.InsufficientCredits.Name))], AskTooMuchAsync)
        {
            Wish = new() { Credits = MicroDollars.FromDollars(0.1m) },
            Cost = CheckCost.ExpectedToFail,
            Worst = PriceTable.PriceOf(JobStories.Plain) * Posts.Length,
        },
        new("rate", [.. Posts.Select(o => SnapshotCase.Of(o, ErrorCauses.RateLimited.Name)), SnapshotCase.Of("RateLimit")], ExceedAsync)
        {
            Wish = new() { RequestsPerMinute = 1 },
            Cost = CheckCost.Paid,
            Worst = PriceTable.PriceOf(JobStories.Plain) * (Posts.Length + 2),
        },
    ];

    private static async Task RefuseAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        var unknown = new List<Exchange>();
        foreach (var (operation, cause) in Plain)
        {
            var answer = await taker.TakeAsync(operation, cause, Request(taker, operation, cause), cancellationToken);
            if (cause == ErrorCauses.RequestNotFound && answer is not null)
            {
                unknown.Add(answer);
            }
        }

        taker.Keep("UnknownId", unknown);
        taker.Keep(ApiOperation.GetCredits, "balance", await taker.Conversation.CreditsAsync(cancellationToken));
    }

    private static ExchangeRequest? Request(SnapshotTaker taker, ApiOperation operation, ErrorCause cause)
    {
        // A body that makes no job: nothing is billed even where the refusal does not come.
        var (talk, spec) = (taker.Conversation, Operations.Get(operation));
        var usual = spec.CreatesJob ? talk.Post(operation, Unknown.Body) : talk.Get(operation, Unknown.ZeroId);
        return cause.Name switch
        {
            "unknown_path" => usual with { Uri = taker.Scene.At("/v3" + spec.PathFor(Unknown.ZeroId)[3..]) },
            "missing_key" => usual with { Key = null },
            "invalid_key" when taker.Scene.RefusesMadeUpKeys => usual with { Key = Unknown.Key },
            "bearer_key" => usual with { Key = null, Headers = [new("Authorization", $"Bearer {taker.Scene.Key}")] },
            "model_not_found" => usual with { Uri = taker.Scene.At(spec.PathTemplate[..^1]) },
            "method_not_allowed" => usual with { Method = "PUT", ContentType = null, Body = default },
            "request_not_found" => usual,
            _ => taker.ByKey(cause, spec.CreatesJob ? Filled(talk, operation) : usual),
        };
    }

    private static async Task SendBodiesAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        foreach (var operation in Posts)
        {
            foreach (var cause in OfBodies)
            {
                await taker.TakeAsync(operation, cause, Body(taker, operation, cause), cancellationToken);
            }
        }
    }

    // A profile that validates late accepts a bad parameter at first: then only a key brings the refusal.
    private static ExchangeRequest? Body(SnapshotTaker taker, ApiOperation operation, ErrorCause cause)
    {
        var usual = Filled(taker.Conversation, operation);
        var request = cause.Name switch
        {
            "wrong_content_type" => usual with { ContentType = "text/plain" },
            "body_too_large" => usual with { Body = TooLarge() },
            "malformed_body" => usual with { Body = Conversation.Json("""{"prompt": "A red fox""") },
            "missing_parameter" => usual with { Body = Conversation.Json("""{"aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""") },
            "invalid_parameter" => usual with { Body = Conversation.Json("""{"prompt":"A red fox.","aspect_ratio":"16:9","duration":6,"motion_mode":"normal","quality":"540p"}""") },
            _ => usual with { Body = Conversation.Json("""{"prompt":"A red fox.","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"4k"}""") },
        };
        var isMet = cause == ErrorCauses.WrongContentType || cause == ErrorCauses.BodyTooLarge
            || RequestReader.Read(request.Body, taker.Scene.Profile).Faults is [var fault, ..] && FaultCauses.CauseOf(fault, taker.Scene.Profile) == cause;
        return isMet ? request : taker.ByKey(cause, usual);
    }

    // Not JSON either: whoever takes bodies of this size makes no job of it.
    private static byte[] TooLarge()
    {
        var body = new byte[MostBody + 1];
        body.AsSpan().Fill((byte)' ');
        body[0] = (byte)'{';
        return body;
    }

    private static async Task AskTooMuchAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        foreach (var operation in Posts)
        {
            await taker.TakeAsync(operation, ErrorCauses.InsufficientCredits, Filled(taker.Conversation, operation), cancellationToken);
        }
    }

    private static async Task ExceedAsync(SnapshotTaker taker, CancellationToken cancellationToken)
    {
        var talk = taker.Conversation;
        var admitted = await talk.SubmitAsync(JobStories.Plain, cancellationToken);
        var refused = (await taker.TakeAsync(ApiOperation.Submit, ErrorCauses.RateLimited, Filled(talk, ApiOperation.Submit), cancellationToken))!;
        await taker.TakeAsync(ApiOperation.GenerateSync, ErrorCauses.RateLimited, Filled(talk, ApiOperation.GenerateSync), cancellationToken);
        var left = refused.RateLimitReset - taker.Scene.Pace.Now;
        if (left is { } time && time > TimeSpan.Zero && taker.Scene.Pace.CanPass(time))
        {
            await talk.WaitAsync(time, cancellationToken);
            taker.Keep("RateLimit", [admitted, refused, await talk.SubmitAsync(JobStories.Plain, cancellationToken)]);
        }
    }

    private static ExchangeRequest Filled(Conversation talk, ApiOperation operation) => talk.Post(operation, Conversation.Json(JobStories.Plain));
}
