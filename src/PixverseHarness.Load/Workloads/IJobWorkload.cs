namespace PixverseHarness.Load.Workloads;

/// <summary>
/// What a load run does to its target, one step at a time. The engine decides when; a workload never waits between steps,
/// never retries, never polls by itself, and bounds the duration of every step.
/// </summary>
/// <remarks>
/// Steps of different jobs run at the same time, those of one job never. What a target does wrong comes back as an answer; an
/// exception means that the workload itself is broken and ends the run. On cancellation a step may throw
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public interface IJobWorkload
{
    /// <summary>The steps that it has.</summary>
    JobSteps Steps { get; }

    /// <summary>The most that a job may cost, in millionths of a US dollar: what is reserved before it is submitted. 0 if it is free.</summary>
    long PriceOf(long ordinal);

    /// <summary>Submits job <paramref name="ordinal"/>, or names it where jobs exist already. May be called again after a throttled answer.</summary>
    ValueTask<StepAnswer> SubmitAsync(long ordinal, CancellationToken cancellationToken);

    /// <summary>Asks for the state of a job.</summary>
    ValueTask<StepAnswer> PollAsync(JobHandle job, CancellationToken cancellationToken);

    /// <summary>Reads the result of a finished job.</summary>
    ValueTask<StepAnswer> FetchAsync(JobHandle job, CancellationToken cancellationToken);
}
