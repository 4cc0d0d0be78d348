using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>How a wait for a job ended, and what was seen on the way.</summary>
public sealed record WaitOutcome
{
    /// <summary>How it ended.</summary>
    public required WaitEnd End { get; init; }

    /// <summary>The job; it can be waited for again.</summary>
    public required PixverseJob Job { get; init; }

    /// <summary>The result, if <see cref="End"/> is <see cref="WaitEnd.Completed"/>.</summary>
    public GeneratedVideo? Video { get; init; }

    /// <summary>What ended the wait. After a deadline: the fault of the last call, if it had one. Null on success.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>The last state that the service named; null if it never named one.</summary>
    public JobState? LastState { get; init; }

    /// <summary>Status calls sent, failed ones included.</summary>
    public int Polls { get; init; }

    /// <summary>Result calls sent, failed ones included.</summary>
    public int Fetches { get; init; }

    /// <summary>Calls that failed and did not end the wait.</summary>
    public int FaultsSurvived { get; init; }

    /// <summary>Time from the start of the wait to its end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Part of <see cref="Elapsed"/> by which rate-limit answers lengthened the policy's delays.</summary>
    public TimeSpan Throttled { get; init; }

    /// <summary>What was odd: unknown states, a state that went backwards, a result that contradicts the status. At most 32.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = [];

    /// <summary>The result, for callers who want exceptions.</summary>
    /// <exception cref="PixverseJobFailedException">The job failed.</exception>
    /// <exception cref="PixverseTimeoutException">The deadline was over first.</exception>
    /// <exception cref="PixverseNotFoundException">The service does not know the job.</exception>
    /// <exception cref="PixverseRejectedException">The service refuses to be asked.</exception>
    /// <exception cref="PixverseAnswerException">The job is completed without a usable output.</exception>
    /// <exception cref="PixverseCanceledException">The caller cancelled.</exception>
    public GeneratedVideo ValueOrThrow() => End switch
    {
        WaitEnd.Completed => Video!,
        WaitEnd.TimedOut => throw new PixverseTimeoutException(Job.RequestId, Elapsed, LastState, Failure),
        _ => throw PixverseException.For(Failure!, Job.RequestId),
    };

    /// <summary>The end and its reason, in one line.</summary>
    public override string ToString() => $"{Job.RequestId}: {End}{(Failure is null ? "" : $", {Failure}")}";
}
