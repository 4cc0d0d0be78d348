using PixverseHarness.Cli.Load;
using PixverseHarness.Client;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Thresholds;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.Load.VirtualTime;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>
/// The command's own parts on virtual time: scenario, payloads, client, workload and engine against the twin in process. Only
/// sockets are missing.
/// </summary>
internal sealed class VirtualStack
{
    private static readonly Uri Origin = new("http://twin.test/");

    private VirtualStack(VirtualClock clock, LoadOrder order, Func<HttpMessageHandler, HttpMessageHandler>? wrap)
    {
        Clock = clock;
        Order = order;
        Twin = new TwinCore(order.Twin, clock);
        HttpMessageHandler handler = new TwinMessageHandler(Twin);
        Workload = new PixverseWorkload(
            new PixverseClient(
                new HttpMessageInvoker(wrap?.Invoke(handler) ?? handler),
                new PixverseClientOptions { ApiKey = "SG_0000000000000001", BaseAddress = Origin },
                clock),
            order.Scenario.Workflow,
            order.Payloads,
            order.Scenario.Jobs);
    }

    /// <summary>The clock of everything.</summary>
    public VirtualClock Clock { get; }

    /// <summary>The scenario with its seed.</summary>
    public LoadOrder Order { get; }

    /// <summary>The twin.</summary>
    public TwinCore Twin { get; }

    /// <summary>The requests.</summary>
    public IJobWorkload Workload { get; }

    /// <summary>Builds the stack on a new clock and plays on it.</summary>
    public static T Play<T>(LoadScenario scenario, ulong seed, Func<VirtualStack, Task<T>> play, Func<HttpMessageHandler, HttpMessageHandler>? wrap = null) =>
        VirtualPump.Run(clock => play(new VirtualStack(
            clock, new LoadOrder { Scenario = scenario with { Name = "virtual" }, Seed = seed, Target = "simulator", Folder = "" }, wrap)));

    /// <summary>Runs the scenario's profile and concludes it as the command does.</summary>
    /// <param name="during">Does something while it goes on.</param>
    public async Task<RunDocument> RunAsync(Func<Task>? during = null)
    {
        var options = Order.Options(Order.Schedule);
        var recorder = new RunRecorder(new RunRecorderOptions
        {
            Cohorts = options.Cohorts,
            PlannedDuration = (options.Schedule.Length ?? TimeSpan.Zero) + options.JobTimeout,
            Objective = Order.Scenario.Objective,
        });
        var monitor = new ThresholdMonitor(Order.Thresholds);
        if (Order.Thresholds.Any(static threshold => threshold.Window is not null))
        {
            options = options with
            {
                Progress = moment => monitor.Observe(moment.Elapsed, recorder.Measured(moment.Elapsed)),
                ProgressEvery = TimeSpan.FromSeconds(30),
            };
        }

        var running = new LoadRun(options, Workload, recorder, Clock).RunAsync();
        if (during is not null)
        {
            await during();
        }

        var result = await running;
        var measured = recorder.Measured(result.Elapsed);
        return RunDocument.Conclude(LoadHeader.Of(Order, options, TargetKind.Simulator), measured, monitor.Finish(measured));
    }
}
