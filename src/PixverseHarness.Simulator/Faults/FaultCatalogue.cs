using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Faults;

/// <summary>The closed list of faults by name: every error cause of the contract, and the faults of the twin's own.</summary>
public static class FaultCatalogue
{
    private static readonly ImmutableArray<ApiOperation> All = [];
    private static readonly ImmutableArray<ApiOperation> Posts = [ApiOperation.GenerateSync, ApiOperation.Submit];
    private static readonly ImmutableArray<ApiOperation> Reads = [ApiOperation.GetStatus, ApiOperation.GetResult, ApiOperation.GetV1Result];
    private static readonly ImmutableArray<ApiOperation> Results = [ApiOperation.GetResult, ApiOperation.GetV1Result];

    /// <summary>The faults that are not error causes: of the connection, of time, of the body, of the job.</summary>
    public static ImmutableArray<FaultKind> Kinds { get; } =
    [
        new("reset_peer", "resets the connection (RST) before anything is done", All, _ => new ResetPeerFault()),
        new("close_peer", "closes the connection in order (FIN) before anything is done", All, _ => new ClosePeerFault()),
        new("reset_after", "does the work, then resets the connection (RST): the job exists, its id is lost", All, _ => new ResetAfterFault()),
        new("lost_answer", "does the work, then closes the connection (FIN) without an answer: the job exists, its id is lost", All, _ => new LostAnswerFault()),
        new("late_answer", "does the work at once and answers long after a client's patience, 60 s unless set", Posts, s => new LateAnswerFault(s.Duration ?? LateAnswerFault.Default))
        {
            Takes = FaultSetting.Duration,
        },
        new("timeout", "does nothing and never answers; with a duration it closes after it", All, s => new TimeoutFault(s.Duration)) { Takes = FaultSetting.Duration },
        new("latency", "answers later: by a fixed time, by one drawn uniformly (upTo), or by a log-normal one (p95)", All, s => new LatencyFault(s.Duration!.Value, s.UpTo, s.P95))
        {
            Takes = FaultSetting.Duration | FaultSetting.UpTo | FaultSetting.P95,
            Needs = FaultSetting.Duration,
        },
        new("slow_first_byte", "sends status and headers at once and the body later, after 5 s unless set", All, s => new SlowFirstByteFault(s.Duration ?? SlowFirstByteFault.Default))
        {
            Takes = FaultSetting.Duration,
        },
        new("slow_body", "dribbles the body: 16 bytes every 100 ms unless set", All, s => new SlowBodyFault(s.Duration ?? SlowBodyFault.Default, s.Bytes ?? SlowBodyFault.DefaultBytes))
        {
            Takes = FaultSetting.Duration | FaultSetting.Bytes,
        },
        new("limit_data", "announces the whole body, sends half of it and closes", All, _ => new LimitDataFault()),
        new("malformed_json", "sends a body that does not parse", All, _ => new MalformedJsonFault()),
        new("wrong_response_type", "labels the JSON body as text/html", All, _ => new WrongResponseTypeFault()),
        new("html_error", "answers with a load balancer's HTML page, 502 unless set", All, s => new HtmlErrorFault(s.HttpStatus ?? HtmlErrorFault.DefaultStatus)) { Takes = FaultSetting.HttpStatus },
        new("slow_generation", "the new job runs as long as set, 5 minutes unless set", Posts, s => new SlowGenerationFault(s.Duration ?? SlowGenerationFault.Default)) { Takes = FaultSetting.Duration },
        new("stuck_processing", "the new job stays PROCESSING until it expires", Posts, _ => new StuckProcessingFault()),
        new("early_expiry", "the new job's record is lost as soon as it has ended, or so long after the submit", Posts, s => new EarlyExpiryFault(s.Duration)) { Takes = FaultSetting.Duration },
        new("state_regress", "every second read shows the state before the true one", [ApiOperation.GetStatus], _ => new StateRegressFault()),
        new("unknown_state", "shows a state that no page names instead of QUEUED and PROCESSING, PAUSED unless set", Reads, s => new UnknownStateFault(s.Text ?? UnknownStateFault.Default))
        {
            Takes = FaultSetting.Text,
        },
        new("duplicate_terminal", "contradicts the job's end: COMPLETED reads FAILED, FAILED reads COMPLETED", Results, _ => new DuplicateTerminalFault()),
        new("missing_url", "leaves every URL out of the body", Results, _ => new MissingUrlFault()),
        new("foreign_url", "names URLs on another origin, http://elsewhere.invalid unless set", All, s => new ForeignUrlFault(s.Text ?? ForeignUrlFault.Default)) { Takes = FaultSetting.Text },
    ];

    /// <summary>Every name that <see cref="Create(string, FaultSettings)"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ErrorCauses.All.Select(c => c.Name), .. Kinds.Select(k => k.Name)];

    /// <summary>The kind with this name, or null; causes are no kinds.</summary>
    public static FaultKind? FindKind(string name) => Kinds.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal));

    /// <summary>Builds a fault by name.</summary>
    /// <param name="name">Name of a cause or of a kind.</param>
    /// <param name="duration">The duration, for the kinds that take one.</param>
    /// <returns>The fault, or null when the name is unknown or the settings are not those that it takes and needs.</returns>
    public static Fault? Create(string name, TimeSpan? duration = null) => Create(name, new FaultSettings { Duration = duration });

    /// <summary>Builds a fault by name.</summary>
    /// <returns>The fault, or null when the name is unknown or the settings are not those that it takes and needs.</returns>
    public static Fault? Create(string name, FaultSettings settings)
    {
        if (ErrorCauses.Find(name) is { } cause)
        {
            return settings.Given == FaultSetting.None ? new CauseFault(cause) : null;
        }

        return FindKind(name) is { } kind && (settings.Given & ~kind.Takes) == 0 && (kind.Needs & ~settings.Given) == 0 ? kind.Create(settings) : null;
    }

    /// <summary>The operations that a fault concerns when nobody says which; empty means all.</summary>
    public static ImmutableArray<ApiOperation> ConcernsOf(string name) =>
        ErrorCauses.Find(name) is { } cause ? ConcernsOf(cause) : FindKind(name)?.Concerns ?? [];

    // A cause of the job stage, or one that bends a job's fate, is decided when the job is posted.
    private static ImmutableArray<ApiOperation> ConcernsOf(ErrorCause cause) =>
        cause.Stage == ErrorStage.Job || cause == ErrorCauses.ResultExpired || cause == ErrorCauses.RequestNotFound ? Posts : cause.Operations;
}
