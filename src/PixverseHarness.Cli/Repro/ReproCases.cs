using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Cli.Repro;

/// <summary>
/// How each error cause and each fault is met. A cause is met as naturally as the twin allows: an empty account, a
/// used-up window, a record that has expired; a rule forces only what no client can bring about.
/// </summary>
internal static partial class ReproCases
{
    private const string SubmitPath = "/v2/" + Operations.Slug;
    private const string SyncPath = "/v1/" + Operations.Slug;
    private static readonly TimeSpan JobTime = TimeSpan.FromSeconds(10);

    // Short jobs, so that a client that is pointed at a kept twin meets their end soon.
    private static readonly TwinOptions Usual = new() { ServiceTime = TimeSpan.FromSeconds(1) };

    private static readonly ReproStep.Pass JobRuns = new(JobTime, "the job runs to its end");
    private static readonly ReproRequest Poll = new("GET", "/v2/requests/{id}/status");
    private static readonly ReproRequest Result = new("GET", "/v2/requests/{id}");

    /// <summary>Every name that can be reproduced: the causes by status, then the faults.</summary>
    public static ImmutableArray<string> Names { get; } = FaultCatalogue.Names;

    /// <summary>The profile under which a name means what it says: the documented one wherever that knows the cause.</summary>
    public static ApiProfile UsualProfile(string name) => name == ErrorCauses.LateValidation.Name ? ApiProfile.Observed : ApiProfile.Documented;

    /// <summary>The case of a name under a profile.</summary>
    public static ReproCase Of(string name, ApiProfile profile) =>
        ErrorCauses.Find(name) is { } cause ? OfCause(cause, profile) : Under(profile, OfFault(name));

    /// <summary>The names that meet a status under a profile, the likeliest first.</summary>
    public static ImmutableArray<ReproCase> OfStatus(int status, ApiProfile profile)
    {
        IEnumerable<ReproCase> cases = ErrorCauses.All.Select(c => Of(c.Name, profile)).Where(c => c.Cause?.Name == c.Name);
        if (profile.CreditsStatus != ErrorCauses.InsufficientCredits.Status)
        {
            // The two POSTs differ here: the blocking one keeps the status of the API page.
            cases = cases.Prepend(OfCause(ErrorCauses.InsufficientCredits, profile, ApiOperation.GenerateSync));
        }

        return [.. cases.Where(c => c.Status == status)];
    }

    /// <summary>The case of a cause under a profile.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="post">Which of the two POSTs an empty account meets.</param>
    public static ReproCase OfCause(ErrorCause cause, ApiProfile profile, ApiOperation post = ApiOperation.Submit) => cause.Name switch
    {
        "malformed_body" => Refused(cause, profile, Usual, Post("{\"prompt\": \"A red fox\"")),
        "missing_parameter" => BadBody(cause, profile, ("prompt", null)),
        "invalid_parameter" => BadBody(cause, profile, ("duration", 6)),
        "late_validation" => BadBody(cause, profile, ("prompt", "")),
        "parameter_value_rejected" => BadBody(cause, ProfileSwitches.Find("rejected-value")!.Apply(profile, "not-acceptable"), ("quality", "4k")),
        "unknown_path" => Refused(cause, profile, Usual, new ReproRequest("GET", "/v3/videos")),
        "missing_key" => Refused(cause, profile, Usual, Post() with { Key = null }),
        "invalid_key" => Refused(cause, profile, Usual with { Keys = ["the-only-valid-key"] }, Post()),
        "bearer_key" => Refused(cause, profile, Usual, Post() with { AsBearer = true }),
        "model_not_found" => Refused(cause, profile, Usual, Post() with { Path = "/v2/pixverse-text2vide" }),
        "request_not_found" => Refused(cause, profile, Usual, new ReproRequest("GET", "/v2/requests/00000000-0000-0000-0000-000000000000/status")),
        "result_expired" => AfterSubmit(cause, profile, Usual, new ReproStep.Pass(TimeSpan.FromMinutes(61), "the job completes, and its hour passes")),
        "method_not_allowed" => Refused(cause, profile, Usual, new ReproRequest("GET", SubmitPath)),
        "insufficient_credits" => Refused(cause, profile, Usual with { Credits = MicroDollars.FromDollars(0.10m) }, Post() with { Path = Operations.Get(post).PathTemplate }, post),
        "wrong_content_type" => Refused(cause, profile, Usual, Post() with { ContentType = "text/plain" }),
        "body_too_large" => Refused(cause, profile, Usual, Post() with { Body = null, Filler = TwinOptions.MaxBodyBytes + 1 }),
        "generation_failed" => AfterSubmit(cause, profile, Usual with { FailureRate = 1 }, JobRuns),
        "content_blocked" => AfterSubmit(cause, profile, Usual with { ModeratedWords = ["fox"] }, JobRuns),

        // Time stands still, else the wall would be gone at the next full minute.
        "rate_limited" => Twice(Refused(cause, profile, Usual with { RequestsPerMinute = 1, ManualClock = true }, Post())),
        "sync_timeout" => Refused(cause, profile, new TwinOptions { Pace = 200, Faults = [Rule("slow_generation")] }, Post() with { Path = SyncPath }, ApiOperation.GenerateSync),
        "no_credits_record" => Refused(cause, profile, Forced(cause), new ReproRequest("GET", Operations.Get(ApiOperation.GetCredits).PathTemplate), ApiOperation.GetCredits),
        "upstream_busy" => AfterSubmit(cause, profile, Forced(cause), JobRuns),
        "forbidden" or "spend_limit" or "model_retired" => Refused(cause, profile, Forced(cause), Post()),
        "server_error" or "bad_gateway" or "gateway_timeout" => AfterSubmit(cause, profile, Forced(cause, ApiOperation.GetStatus)),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause.Name, "A cause without a way to meet it."),
    };

    private static ReproCase Refused(ErrorCause cause, ApiProfile profile, TwinOptions twin, ReproRequest request, ApiOperation operation = ApiOperation.Submit) => new()
    {
        Name = cause.Name,
        Cause = cause,
        Twin = twin with { Profile = profile },
        Steps = [new ReproStep.Send(request)],
        Status = cause.StatusFor(profile, operation),
    };

    private static ReproCase AfterSubmit(ErrorCause cause, ApiProfile profile, TwinOptions twin, params ReadOnlySpan<ReproStep> between) => new()
    {
        Name = cause.Name,
        Cause = cause,
        Twin = twin with { Profile = profile },
        Steps = [new ReproStep.Send(Post()), .. between, new ReproStep.Send(Poll)],
        Status = cause.StatusFor(profile, ApiOperation.GetStatus),
    };

    // What becomes of a bad parameter depends on when the profile validates.
    private static ReproCase BadBody(ErrorCause asked, ApiProfile profile, (string Name, JsonNode? Value) change)
    {
        var body = SampleBody.With(new JsonObject { [change.Name] = change.Value });
        var fault = RequestReader.Read(Encoding.UTF8.GetBytes(body), profile).Faults[0];
        var met = FaultCauses.CauseOf(fault, profile);
        var submit = new ReproStep.Send(Post(body));
        return new ReproCase
        {
            Name = asked.Name,
            Cause = met,
            Twin = Usual with { Profile = profile },
            Steps = met.Stage == ErrorStage.Job ? [submit, JobRuns, new ReproStep.Send(Poll)] : [submit],
            Status = met.StatusFor(profile, met.Stage == ErrorStage.Job ? ApiOperation.GetStatus : ApiOperation.Submit),
        };
    }

    private static ReproRequest Post(string? body = null) => new("POST", SubmitPath) { ContentType = "application/json", Body = body ?? SampleBody.Text };

    private static ReproCase Under(ApiProfile profile, ReproCase found) => found with { Twin = found.Twin with { Profile = profile } };

    private static ReproCase Twice(ReproCase once) => once with { Steps = [.. once.Steps, .. once.Steps] };

    private static TwinOptions Forced(ErrorCause cause, ApiOperation? only = null) => Usual with { Faults = [Rule(cause.Name, only: only)] };

    private static FaultRule Rule(string name, FaultSettings? settings = null, ApiOperation? only = null) => new()
    {
        Id = name,
        Fault = FaultCatalogue.Create(name, settings ?? new FaultSettings())!,
        Operations = only is { } operation ? [operation] : FaultCatalogue.ConcernsOf(name),
    };
}
