using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>
/// One load run: starts jobs when the plan wants them, carries each through its steps, and records what it learns. One loop,
/// one heap and one timer, however many jobs are in flight. Runs on whatever clock it is given.
/// </summary>
public sealed class LoadRun : ILoadRun
{
    private readonly LoadOptions _options;
    private readonly IJobWorkload _workload;
    private readonly IRunRecorder _recorder;
    private readonly TimeProvider _clock;
    private readonly StopRequests _stops = new();
    private WakeSignal? _wake;

    /// <summary>Prepares a run; nothing happens yet.</summary>
    /// <exception cref="ArgumentException">The options have faults; the message names them all (<see cref="LoadOptionsValidator"/>).</exception>
    public LoadRun(LoadOptions options, IJobWorkload workload, IRunRecorder recorder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(clock);
        var faults = LoadOptionsValidator.Validate(options);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        }

        _options = options;
        _workload = workload;
        _recorder = recorder;
        _clock = clock;
    }

    /// <summary>
    /// Runs to the end of the drain. Once per instance. Never throws for what the target does; if the workload itself breaks,
    /// the result says so (<see cref="LoadResult.Fault"/>) and what was known until then is recorded.
    /// </summary>
    /// <param name="cancellationToken">Stops at once, like a second interruption.</param>
    public async Task<LoadResult> RunAsync(CancellationToken cancellationToken = default)
    {
        var clock = new RunClock(_clock);
        using var wake = new WakeSignal(clock, _clock);
        if (Interlocked.CompareExchange(ref _wake, wake, null) is not null)
        {
            throw new InvalidOperationException("A load run runs once; make another one.");
        }

        await using var registration = cancellationToken.UnsafeRegister(
            static run => ((LoadRun)run!).StopNow(StopReason.Interrupted),
            this);
        using var feed = new ArrivalFeed(_options.Schedule, _options.RestAfterRefusal);
        return await new JobEngine(_options, _workload, _recorder, clock, wake, _stops, feed).RunAsync();
    }

    /// <summary>Says that somebody wants to stop: the first time the run stops submitting and drains, the next time it stops. From any thread.</summary>
    public void Interrupt()
    {
        _stops.Interrupt();
        Volatile.Read(ref _wake)?.Ring();
    }

    /// <summary>Stops submitting and drains; for thresholds that abort and searches that know enough. From any thread.</summary>
    public void Drain(StopReason reason, string? text = null)
    {
        _stops.RequestDrain(reason, text);
        Volatile.Read(ref _wake)?.Ring();
    }

    /// <summary>Stops at once: what is in flight is recorded as unfinished. From any thread.</summary>
    public void StopNow(StopReason reason, string? text = null)
    {
        _stops.RequestNow(reason, text);
        Volatile.Read(ref _wake)?.Ring();
    }
}
