using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Contract.Errors;

/// <summary>The closed list of error causes (section 8).</summary>
public static class ErrorCauses
{
    private static readonly ImmutableArray<ApiOperation> Posts = [ApiOperation.GenerateSync, ApiOperation.Submit];
    private static readonly ImmutableArray<ApiOperation> JobReads = [ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result];
    private static readonly ImmutableArray<ApiOperation> Jobs = [ApiOperation.GenerateSync, .. JobReads];
    private static readonly ImmutableArray<ApiOperation> Everywhere = [.. Enum.GetValues<ApiOperation>()];

    /// <summary>400: the body is not well-formed JSON.</summary>
    public static ErrorCause MalformedBody { get; } = new()
    {
        Name = "malformed_body", Status = 400, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "the request body is not well-formed JSON, or not an object",
        Message = "Bad request: the body is not a valid JSON object.",
        Evidence = Evidence.Documented("API page, 'Invalid parameters or request format'", "8"),
    };

    /// <summary>400: a required parameter is missing.</summary>
    public static ErrorCause MissingParameter { get; } = new()
    {
        Name = "missing_parameter", Status = 400, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "a required parameter is missing and the profile validates at submit",
        Message = "Bad request: a required parameter is missing.",
        Evidence = Evidence.SecondHand("error pages: 400 for a missing required field", "4"),
    };

    /// <summary>400: a parameter has a bad value.</summary>
    public static ErrorCause InvalidParameter { get; } = new()
    {
        Name = "invalid_parameter", Status = 400, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "a parameter has a wrong type or value, or breaks R1 to R3, and the profile validates at submit",
        Message = "Bad request: a parameter is invalid.",
        Evidence = Evidence.Documented("API page, 'Invalid parameters or request format'", "4, 8"),
    };

    /// <summary>400: no such path on the host.</summary>
    public static ErrorCause UnknownPath { get; } = new()
    {
        Name = "unknown_path", Status = 400, Operations = Everywhere, Retry = RetryAdvice.FixRequest,
        When = "the host has no such path; the gateway's default answer",
        Message = "Bad request.",
        Evidence = Evidence.Observed("probes of 2026-08-27", "1, 3"),
    };

    /// <summary>401: no key in the request.</summary>
    public static ErrorCause MissingKey { get; } = new()
    {
        Name = "missing_key", Status = 401, Operations = Everywhere, Retry = RetryAdvice.FixAccount,
        When = "the request has neither x-api-key nor Authorization",
        Message = "Missing Authorization or x-api-key in header", WordingIsKnown = true,
        Evidence = Evidence.Documented("API page; the words by the error pages", "2, 8"),
    };

    /// <summary>401: the key is not valid.</summary>
    public static ErrorCause InvalidKey { get; } = new()
    {
        Name = "invalid_key", Status = 401, Operations = Everywhere, Retry = RetryAdvice.FixAccount,
        When = "the key is unknown or may have expired",
        Message = "Unauthorized. API key is invalid or may have expired.", WordingIsKnown = true,
        Evidence = Evidence.Documented("API page; the words by the error pages", "2, 8"),
    };

    /// <summary>401: the key came as a bearer token.</summary>
    public static ErrorCause BearerKey { get; } = new()
    {
        Name = "bearer_key", Status = 401, Operations = Everywhere, Retry = RetryAdvice.FixRequest,
        When = "the key is sent as 'Authorization: Bearer' instead of x-api-key",
        Message = "Unauthorized. API key is invalid or may have expired.",
        Evidence = Evidence.SecondHand("authentication pages; samples elsewhere disagree", "2, 15.8"),
    };

    /// <summary>402 or 406: the balance does not cover the price.</summary>
    public static ErrorCause InsufficientCredits { get; } = new()
    {
        Name = "insufficient_credits", Status = 406, Operations = Posts, Retry = RetryAdvice.FixAccount,
        When = "the balance is below the price of this call",
        Message = "Insufficient credits. You have {balance} credits, this call needs {required}.",
        Evidence = Evidence.Documented("API page: 406; 402 seen on v2", "8, 15.1"),
    };

    /// <summary>403: the account may not call the model.</summary>
    public static ErrorCause Forbidden { get; } = new()
    {
        Name = "forbidden", Status = 403, Operations = Posts, Retry = RetryAdvice.FixAccount,
        When = "the model exists but this account or team may not call it",
        Message = "Forbidden: insufficient permissions for this model.",
        Evidence = Evidence.Documented("API page", "2, 8"),
    };

    /// <summary>404: no model of this name.</summary>
    public static ErrorCause ModelNotFound { get; } = new()
    {
        Name = "model_not_found", Status = 404, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "the path names a model that does not exist",
        Message = "Model not found.",
        Evidence = Evidence.Documented("API page; JSON since 2026-06-14", "1, 8"),
    };

    /// <summary>404: no request of this id.</summary>
    public static ErrorCause RequestNotFound { get; } = new()
    {
        Name = "request_not_found", Status = 404, Operations = JobReads, Retry = RetryAdvice.FixRequest,
        When = "no job has this id, or it belongs to another key",
        Message = "Request {id} not found", WordingIsKnown = true,
        Evidence = Evidence.SecondHand("error pages, seen live", "6, 8"),
    };

    /// <summary>404: the record of this id has expired.</summary>
    public static ErrorCause ResultExpired { get; } = new()
    {
        Name = "result_expired", Status = 404, Operations = JobReads, Retry = RetryAdvice.TooLate,
        When = "the job is older than the hour of retention; the answer is that of an unknown id",
        Message = "Request {id} not found", WordingIsKnown = true,
        Evidence = Evidence.Documented("API page: results are retained for one hour", "6"),
    };

    /// <summary>404: the user has no balance record.</summary>
    public static ErrorCause NoCreditsRecord { get; } = new()
    {
        Name = "no_credits_record", Status = 404, Operations = [ApiOperation.GetCredits], Retry = RetryAdvice.FixAccount,
        When = "the account has no balance record",
        Message = "No credits found for the user", WordingIsKnown = true,
        Evidence = Evidence.Documented("billing pages", "3"),
    };

    /// <summary>405: wrong verb, answered in HTML.</summary>
    public static ErrorCause MethodNotAllowed { get; } = new()
    {
        Name = "method_not_allowed", Status = 405, Operations = Everywhere, Retry = RetryAdvice.FixRequest, IsHtml = true,
        When = "the path exists but not with this method; the only answer of the gateway that is not JSON",
        Message = "Method Not Allowed",
        Evidence = Evidence.SecondHand("error pages", "3, 8"),
    };

    /// <summary>406: missing or wrong content type.</summary>
    public static ErrorCause WrongContentType { get; } = new()
    {
        Name = "wrong_content_type", Status = 406, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "Content-Type is missing or neither application/json nor multipart/form-data",
        Message = "Invalid content type", WordingIsKnown = true,
        Evidence = Evidence.SecondHand("error pages", "4, 8"),
    };

    /// <summary>406: a value is rejected before the model runs.</summary>
    public static ErrorCause ParameterValueRejected { get; } = new()
    {
        Name = "parameter_value_rejected", Status = 406, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "a value outside a fixed set is rejected before the model runs (switch rejected-value)",
        Message = "Parameter value rejected.",
        Evidence = Evidence.SecondHand("error pages", "4, 15.2"),
    };

    /// <summary>406: the team's spend limit is reached.</summary>
    public static ErrorCause SpendLimit { get; } = new()
    {
        Name = "spend_limit", Status = 406, Operations = Posts, Retry = RetryAdvice.FixAccount,
        When = "the team's spend limit for the period is reached",
        Message = "Team spend limit reached for the current period.",
        Evidence = Evidence.SecondHand("error pages: the message names period and cap", "8"),
    };

    /// <summary>410: the model is retired.</summary>
    public static ErrorCause ModelRetired { get; } = new()
    {
        Name = "model_retired", Status = 410, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "the model has been retired",
        Message = "This model has been retired.",
        Evidence = Evidence.SecondHand("release notes of 2026-06-14", "1, 8"),
    };

    /// <summary>413: the body is too large.</summary>
    public static ErrorCause BodyTooLarge { get; } = new()
    {
        Name = "body_too_large", Status = 413, Operations = Posts, Retry = RetryAdvice.FixRequest,
        When = "the request body is over 1 MiB; a limit of the twin, the API's own is unknown",
        Message = "Request body too large.",
        Evidence = Evidence.Unknown("413 beyond 1 MiB is ours", "15"),
    };

    /// <summary>422: the model refused the parameters after queueing.</summary>
    public static ErrorCause LateValidation { get; } = new()
    {
        Name = "late_validation", Status = 422, Stage = ErrorStage.Job, Operations = Jobs, Retry = RetryAdvice.FixRequest,
        When = "a parameter is bad and the profile validates after queueing; the job fails within milliseconds",
        Message = "A parameter is invalid for video generation.",
        Evidence = Evidence.Observed("live probe of 2026-08-02", "4, 6"),
    };

    /// <summary>422: the content was blocked.</summary>
    public static ErrorCause ContentBlocked { get; } = new()
    {
        Name = "content_blocked", Status = 422, Stage = ErrorStage.Job, Operations = Jobs, Retry = RetryAdvice.FixRequest,
        When = "moderation blocks the prompt or the video; a content block is a FAILED job, not a state of its own",
        Message = "content_policy_violation: the prompt was blocked by content moderation.",
        Evidence = Evidence.Documented("API page: content blocks appear as FAILED; wording unknown", "6, 8"),
    };

    /// <summary>422: the generation failed.</summary>
    public static ErrorCause GenerationFailed { get; } = new()
    {
        Name = "generation_failed", Status = 422, Stage = ErrorStage.Job, Operations = Jobs, Retry = RetryAdvice.SubmitAgain,
        When = "the model ran and failed",
        Message = "Video generation failed.",
        Evidence = Evidence.Documented("API page: a FAILED request is 422 with a body", "6, 8, 11"),
    };

    /// <summary>422: the upstream vendor is at its limit.</summary>
    public static ErrorCause UpstreamBusy { get; } = new()
    {
        Name = "upstream_busy", Status = 422, Stage = ErrorStage.Job, Operations = Jobs, Retry = RetryAdvice.SubmitAgain,
        When = "the upstream vendor refuses the generation because too many run at once",
        Message = "Concurrent generation limit reached upstream.",
        Evidence = Evidence.Inferred("upstream error 500044 behind a shared account", "11"),
    };

    /// <summary>429: too many requests.</summary>
    public static ErrorCause RateLimited { get; } = new()
    {
        Name = "rate_limited", Status = 429, Operations = Everywhere, Retry = RetryAdvice.WaitForReset,
        When = "the plan's requests of this minute are used up",
        Message = "rate_limit_exceeded", WordingIsKnown = true,
        Evidence = Evidence.Documented("API page; header x-rate-limit-reset-at-utc, no Retry-After", "8, 9"),
    };

    /// <summary>500: an internal error.</summary>
    public static ErrorCause ServerError { get; } = new()
    {
        Name = "server_error", Status = 500, Operations = Everywhere, Retry = RetryAdvice.RetryReadsBackOff,
        When = "something broke inside the service",
        Message = "Internal server error.",
        Evidence = Evidence.Documented("API page; JSON since 2026-06-14", "1, 8"),
    };

    /// <summary>500: v1 gave up waiting.</summary>
    public static ErrorCause SyncTimeout { get; } = new()
    {
        Name = "sync_timeout", Status = 500, Operations = [ApiOperation.GenerateSync], Retry = RetryAdvice.FixRequest,
        When = "a v1 call has run for about 100 s; the job is not billed. Use v2",
        Message = "Internal Polling Error", WordingIsKnown = true,
        Evidence = Evidence.Observed("two clients; the status is inferred", "7"),
    };

    /// <summary>502: temporarily unavailable.</summary>
    public static ErrorCause BadGateway { get; } = new()
    {
        Name = "bad_gateway", Status = 502, Operations = Everywhere, Retry = RetryAdvice.RetryReadsBackOff,
        When = "the service is temporarily unavailable",
        Message = "Bad gateway.",
        Evidence = Evidence.Documented("API page; body unknown, may be HTML", "8"),
    };

    /// <summary>504: timed out.</summary>
    public static ErrorCause GatewayTimeout { get; } = new()
    {
        Name = "gateway_timeout", Status = 504, Operations = Everywhere, Retry = RetryAdvice.RetryReadsBackOff,
        When = "the request timed out inside the service",
        Message = "Gateway timeout.",
        Evidence = Evidence.Documented("API page; body unknown, may be HTML", "8"),
    };

    /// <summary>All causes, by status.</summary>
    public static ImmutableArray<ErrorCause> All { get; } =
    [
        MalformedBody, MissingParameter, InvalidParameter, UnknownPath,
        MissingKey, InvalidKey, BearerKey,
        Forbidden,
        ModelNotFound, RequestNotFound, ResultExpired, NoCreditsRecord,
        MethodNotAllowed,
        InsufficientCredits, WrongContentType, ParameterValueRejected, SpendLimit,
        ModelRetired,
        BodyTooLarge,
        GenerationFailed, ContentBlocked, LateValidation, UpstreamBusy,
        RateLimited,
        ServerError, SyncTimeout,
        BadGateway,
        GatewayTimeout,
    ];

    /// <summary>The cause with this name, or null.</summary>
    public static ErrorCause? Find(string name) => All.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
