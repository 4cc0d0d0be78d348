using System.Collections.Immutable;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.NBomber.Hosting;
using PixverseHarness.NBomber.Jobs;
using PixverseHarness.NBomber.Mapping;
using PixverseHarness.NBomber.Totals;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber;

/// <summary>
/// A load run whose jobs NBomber starts: each copy of its scenario carries one job through submit, polls and fetch, as steps that NBomber
/// measures too. Takes the same workload and options as <see cref="LoadRun"/> and gives the same result; NBomber's own
/// reports go to a folder of theirs. It runs on the system's clock.
/// </summary>
public sealed class NBomberRun : ILoadRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly NBomberRunOptions _options;
    private readonly IJobWorkload _workload;
    private readonly IRunRecorder _recorder;
    private readonly TimeProvider _time;
    private readonly INBomberHost _host;
    private readonly TaskCompletionSource<NBomberJobs> _jobs = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Prepares a run; nothing happens yet.</summary>
    /// <exception cref="InvalidOperationException">This build has no NBomber (<see cref="NBomberPackage"/>).</exception>
    /// <exception cref="ArgumentException">NBomber cannot do what the options ask for; the message names every fault (<see cref="Faults"/>).</exception>
    public NBomberRun(NBomberRunOptions options, IJobWorkload workload, IRunRecorder recorder, TimeProvider time)
        : this(options, workload, recorder, time, NBomberPackage.Host() ?? throw new InvalidOperationException($"NBomber is off: {NBomberPackage.HowToSwitchOn}."))
    {
    }

    internal NBomberRun(NBomberRunOptions options, IJobWorkload workload, IRunRecorder recorder, TimeProvider time, INBomberHost host)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options.Load).AddRange(LoadOptionsValidator.Validate(options.Load));
        if (!faults.IsEmpty)
        {
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        }

        _options = options;
        _workload = workload;
        _recorder = recorder;
        _time = time;
        _host = host;
    }

    /// <summary>What NBomber cannot do of some options, one line each; empty if it can do all.</summary>
    public static ImmutableArray<string> Faults(LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = SimulationCalls.Faults([.. options.Schedule.Steps.Select(static step => step.Simulation)]);
        return options.Adopted.IsEmpty ? faults : faults.Add("resume: NBomber cannot take over jobs; resume with the default engine.");
    }

    /// <inheritdoc/>
    public async Task<LoadResult> RunAsync(CancellationToken cancellationToken = default)
    {
        var load = SimulationCalls.Of([.. _options.Load.Schedule.Steps.Select(static step => step.Simulation)], _options.Load.Schedule.Arrival);
        var jobs = new NBomberJobs(_options.Load, _workload, _recorder, _time);
        if (!_jobs.TrySetResult(jobs))
        {
            throw new InvalidOperationException("A load run runs once; make another one.");
        }

        await using var registration = cancellationToken.UnsafeRegister(static jobs => ((NBomberJobs)jobs!).CutShort(), jobs);
        using var over = new CancellationTokenSource();
        var watching = Task.WhenAll(TickAsync(jobs, over.Token), EndAsync(jobs, load.During, over.Token));
        var totals = await HostAsync(jobs, load);
        jobs.Drain(StopReason.PlanDone, null);
        await jobs.WhenEmptyAsync();
        over.Cancel();
        await watching;
        jobs.Tick(force: true);
        var result = jobs.ToResult();
        return result with { Remarks = [.. NBomberRemarks.Of(_host.Version, load, jobs.Copies, result, totals)] };
    }

    /// <inheritdoc/>
    public void Interrupt() => Jobs?.Interrupt();

    /// <inheritdoc/>
    public void Drain(StopReason reason, string? text = null) => Jobs?.Drain(reason, text);

    // Null before the run has begun.
    private NBomberJobs? Jobs => _jobs.Task is { IsCompletedSuccessfully: true } begun ? begun.Result : null;

    // A run that is cut short waits for its own jobs, and for NBomber only a while.
    private async Task<NBomberTotals> HostAsync(NBomberJobs jobs, MappedLoad load)
    {
        var order = new HostOrder(_options.Name, load.Calls, _options.ReportFolder, jobs.RunAsync, jobs.WhenEmptyAsync);
        try
        {
            var running = _host.RunAsync(order);
            await Task.WhenAny(running, jobs.Cut);
            await Task.WhenAny(running, jobs.Waits.UntilAsync(jobs.Clock.Now + Patience, TimeSpan.MaxValue, default, default));
            return running.IsCompleted ? await running : NBomberTotals.None;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            jobs.Break(fault);
            return NBomberTotals.None;
        }
    }

    private async Task TickAsync(NBomberJobs jobs, CancellationToken over)
    {
        for (var due = _options.Load.ProgressEvery; await jobs.Waits.UntilAsync(due, TimeSpan.MaxValue, over, over); due += _options.Load.ProgressEvery)
        {
            jobs.Tick(force: false);
        }
    }

    private async Task EndAsync(NBomberJobs jobs, TimeSpan during, CancellationToken over)
    {
        await Task.WhenAny(jobs.Draining, jobs.Waits.UntilAsync(during, TimeSpan.MaxValue, over, over));
        jobs.Drain(StopReason.PlanDone, null);
        if (await jobs.Waits.UntilAsync(jobs.Clock.Now + (_options.Load.Drain ?? _options.Load.JobTimeout), TimeSpan.MaxValue, over, over))
        {
            jobs.EndDrain();
        }
    }
}
