using PixverseHarness.Load.Workloads;
using PixverseHarness.NBomber.Hosting;
using PixverseHarness.NBomber.Jobs;
using PixverseHarness.NBomber.Mapping;
using PixverseHarness.NBomber.Totals;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Tests;

/// <summary>Starts copies as a scenario says, on a virtual clock: the smallest thing that can stand where NBomber stands.</summary>
internal sealed class PlayedHost(TimeProvider clock) : INBomberHost, IStepScope
{
    private readonly List<Task> _copies = [];
    private readonly CancellationTokenSource _stop = new();

    public string Version => "0.0.0";

    /// <summary>How often each step was taken.</summary>
    public Dictionary<string, int> Steps { get; } = [];

    /// <summary>How the copies ended.</summary>
    public List<JobEnd> Ends { get; } = [];

    /// <summary>Why it was asked to stop.</summary>
    public List<string> Stops { get; } = [];

    /// <summary>Leaves out so many copies.</summary>
    public int Missed { get; init; }

    public async Task<NBomberTotals> RunAsync(HostOrder order)
    {
        var missed = 0;
        foreach (var call in order.Calls)
        {
            for (var second = TimeSpan.Zero; second < call.During && !_stop.IsCancellationRequested; second += Interval(call))
            {
                for (var copy = 0; copy < call.Copies && call.Kind != CopiesKind.Pause; copy++)
                {
                    if (missed++ >= Missed)
                    {
                        _copies.Add(CopyAsync(order));
                    }
                }

                await Task.Delay(Interval(call), clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }

        await order.WhenEmpty();
        await Task.WhenAll(_copies);
        var ok = Ends.Count(end => end.Outcome == JobOutcome.Completed);
        return new NBomberTotals(
            new StepTotals("", ok, Ends.Count - ok, 0, 0),
            [.. Steps.Select(step => new StepTotals(step.Key, step.Value, 0, 0, 0))]);
    }

    public Task<StepAnswer> RunAsync(string name, Func<Task<StepAnswer>> step)
    {
        Steps[name] = Steps.GetValueOrDefault(name) + 1;
        return step();
    }

    public void StopTest(string reason)
    {
        Stops.Add(reason);
        _stop.Cancel();
    }

    private static TimeSpan Interval(in SimulationCall call) => call.Interval > TimeSpan.Zero ? call.Interval : call.During;

    private async Task CopyAsync(HostOrder order) => Ends.Add(await order.RunJob(this));
}
