using NBomber.Contracts;
using NBomber.Contracts.Stats;
using NBomber.CSharp;
using PixverseHarness.NBomber.Hosting;
using PixverseHarness.NBomber.Jobs;
using PixverseHarness.NBomber.Mapping;
using PixverseHarness.NBomber.Totals;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Package;

/// <summary>Runs a scenario on NBomber, through the calls that versions 4.1.2 to 6 share.</summary>
internal sealed class NBomberHost : INBomberHost
{
    // NBomber has one console and one logger a process.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <inheritdoc/>
    public string Version => typeof(NBomberRunner).Assembly.GetName().Version!.ToString(3);

    // NBomber holds the thread that it is called on.
    /// <inheritdoc/>
    public Task<NBomberTotals> RunAsync(HostOrder order) =>
        Task.Factory.StartNew(() => Run(order), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static NBomberTotals Run(HostOrder order)
    {
        // Our jobs decide what a failed step means, and no number of failures ends a run.
        var scenario = Scenario
            .Create(order.Name, async context => ToResponse(await order.RunJob(new StepScope(context))))
            .WithoutWarmUp()
            .WithRestartIterationOnFail(false)
            .WithMaxFailCount(int.MaxValue)
            .WithClean(async _ => await order.WhenEmpty())
            .WithLoadSimulations([.. order.Calls.Select(ToSimulation)]);

        OneAtATime.Wait();
        try
        {
            using var quiet = QuietConsole.Begin();
            return TotalsOf(NBomberRunner
                .RegisterScenarios(scenario)
                .WithTestSuite("pixverse")
                .WithTestName(order.Name)
                .WithReportFolder(order.ReportFolder)
                .WithReportFileName("nbomber")
                .Run());
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static LoadSimulation ToSimulation(SimulationCall call) => call.Kind switch
    {
        CopiesKind.Inject => Simulation.Inject(call.Copies, call.Interval, call.During),
        CopiesKind.RampingInject => Simulation.RampingInject(call.Copies, call.Interval, call.During),
        CopiesKind.InjectRandom => Simulation.InjectRandom(call.Lowest, call.Copies, call.Interval, call.During),
        CopiesKind.KeepConstant => Simulation.KeepConstant(call.Copies, call.During),
        CopiesKind.RampingConstant => Simulation.RampingConstant(call.Copies, call.During),
        _ => Simulation.Pause(call.During),
    };

    // NBomber's table of status codes then counts outcomes.
    private static IResponse ToResponse(JobEnd end) => end.Outcome switch
    {
        JobOutcome.Completed => Response.Ok(statusCode: "completed"),
        { } outcome => Response.Fail(statusCode: outcome.ToTag(), message: end.Cause ?? ""),
        _ => Response.Ok(statusCode: "not_started"),
    };

    private static NBomberTotals TotalsOf(NodeStats stats)
    {
        var scenario = stats.ScenarioStats.Single();
        return new NBomberTotals(
            TotalsOf("", scenario.Ok, scenario.Fail), [.. scenario.StepStats.Select(step => TotalsOf(step.StepName, step.Ok, step.Fail))]);
    }

    private static StepTotals TotalsOf(string name, MeasurementStats ok, MeasurementStats failed) =>
        new(name, ok.Request.Count, failed.Request.Count, ok.Latency.Percent50, ok.Latency.Percent95);
}
