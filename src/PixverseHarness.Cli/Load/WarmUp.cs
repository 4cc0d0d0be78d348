using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Recording;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Load;

/// <summary>
/// Runs the generator for a moment against a twin of its own, so that compiling it makes the first jobs of a run neither late nor
/// slow. The target sees nothing of it.
/// </summary>
internal static class WarmUp
{
    private static readonly LoadScenario Scenario = new()
    {
        Purpose = "Warms the generator up.",
        Load = [new IterationsForInject(Rate.PerSecond(100), 40)],
        Polls = new PollSpec { Every = TimeSpan.FromMilliseconds(20) },
        Twin = new TwinOptions { ServiceTime = TimeSpan.FromMilliseconds(50) },
    };

    /// <summary>Warms up.</summary>
    public static async Task RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var order = new LoadOrder { Scenario = Scenario, Seed = 1, Target = "simulator", Folder = "" };
        await using var target = await LoadTarget.OpenAsync(order.Target, Scenario, order.Twin, context, cancellationToken);
        var options = order.Options(order.Schedule);
        var recorder = new RunRecorder(new RunRecorderOptions { Cohorts = options.Cohorts, PlannedDuration = TimeSpan.FromSeconds(1) });
        var workload = new PixverseWorkload(target.Client, Scenario.Workflow, order.Payloads, []);
        await new LoadRun(options, workload, recorder, context.Edges.EngineClock).RunAsync(cancellationToken);
    }
}
