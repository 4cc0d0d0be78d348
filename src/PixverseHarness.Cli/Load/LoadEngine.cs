using System.Collections.Immutable;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.NBomber;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Cli.Load;

/// <summary>Which engine starts the jobs of a run: our own, or NBomber's.</summary>
internal sealed class LoadEngine
{
    /// <summary>Our own.</summary>
    public const string Pixverse = "pixverse";

    /// <summary>NBomber's, in builds that have it.</summary>
    public const string NBomber = "nbomber";

    private const string ReportFolder = "nbomber";

    private readonly bool _isNBomber;

    private LoadEngine(bool isNBomber) => _isNBomber = isNBomber;

    /// <summary>Every name.</summary>
    public static ImmutableArray<string> Names { get; } = [Pixverse, NBomber];

    /// <summary>What the plan of a run says of it; empty for our own.</summary>
    public ImmutableArray<PlanFact> Facts => _isNBomber ? [new PlanFact("engine", $"NBomber {NBomberPackage.Version}")] : [];

    /// <summary>The engine for an order.</summary>
    /// <exception cref="FaultException">This build has no NBomber (PXH0921), or NBomber cannot do what the order asks for (PXH0922).</exception>
    public static LoadEngine For(LoadOrder order)
    {
        if (order.Engine == Pixverse)
        {
            return new LoadEngine(isNBomber: false);
        }

        if (!NBomberPackage.IsOn)
        {
            throw new FaultException(new Fault(EngineMessages.Off, "this build has no NBomber") { Where = "--engine" });
        }

        ImmutableArray<string> faults =
        [
            .. order.Scenario.Breakpoint is null ? (string[])[] : ["breakpoint: NBomber plays a profile and cannot search."],
            .. order.ResumedFolder is null ? (string[])[] : ["--resume: NBomber cannot take over jobs."],
            .. NBomberRun.Faults(order.Options(order.Schedule)),
        ];
        return faults.IsEmpty
            ? new LoadEngine(isNBomber: true)
            : throw new FaultException([.. faults.Select(fault => new Fault(EngineMessages.Beyond, fault.TrimEnd('.')) { Where = order.Scenario.Name })]);
    }

    /// <summary>Prepares a run.</summary>
    public ILoadRun Prepare(LoadOrder order, LoadOptions options, IJobWorkload workload, IRunRecorder recorder, VerbContext context) => _isNBomber
        ? new NBomberRun(
            new NBomberRunOptions { Load = options, Name = order.Scenario.Name!, ReportFolder = Path.GetFullPath(Path.Combine(order.Folder, ReportFolder)) },
            workload,
            recorder,
            context.Edges.Clock)
        : new LoadRun(options, workload, recorder, context.Edges.EngineClock);
}
