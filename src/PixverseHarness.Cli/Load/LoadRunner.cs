using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;

namespace PixverseHarness.Cli.Load;

/// <summary>Plays one load profile and concludes what it showed.</summary>
internal sealed class LoadRunner(VerbContext context, LoadOrder order)
{
    /// <summary>Runs to the end of the drain. The first stop request drains, the second one stops.</summary>
    public async Task<LoadEnding> RunAsync(LoadTarget target, ILoadBoard board, CancellationToken cancellationToken)
    {
        var left = order.ResumedFolder is { } folder ? RunLedger.ReadFolder(folder, context) : new LedgerContents();
        foreach (var intent in left.PossiblyBilled)
        {
            context.Error.WriteLine(FormattableString.Invariant(
                $"possibly billed: submit {intent.Ordinal} of {intent.IntendedAt:u} was never answered, up to ${intent.PriceMicroDollars / 1e6:0.######}"));
        }

        using var ledger = RunLedger.Open(order, target.Kind, context);
        var options = order.Options(order.Schedule) with { Ledger = ledger.Ledger, Adopted = left.Unresolved, FirstOrdinal = left.NextOrdinal };
        var header = LoadHeader.Of(order, options, target.Kind);
        var recorder = new RunRecorder(new RunRecorderOptions
        {
            Cohorts = options.Cohorts,
            PlannedDuration = (options.Schedule.Length ?? TimeSpan.Zero) + (options.Drain ?? options.JobTimeout),
            Objective = order.Scenario.Objective,
        });
        var watch = new RunWatch(order.Scenario.Thresholds, recorder, context.Edges.Machine, board);
        var workload = new PixverseWorkload(target.Client, order.Scenario.Workflow, order.Payloads, order.Scenario.Jobs);
        var run = new LoadRun(options with { Progress = watch.Observe }, workload, recorder, context.Edges.Clock);

        var watching = watch.WatchAsync(() => run.Drain(StopReason.Aborted, "A threshold with abortOnFail was crossed."));
        LoadResult result;
        await using (cancellationToken.UnsafeRegister(static r => ((LoadRun)r!).Interrupt(), run))
        {
            result = await run.RunAsync(context.Edges.TakeSecondStop());
            watch.Complete();
        }

        await watching;
        var measured = recorder.Measured(result.Elapsed);
        var generator = recorder.Generator();
        return new LoadEnding(
            result,
            RunDocument.Conclude(header, measured, watch.Judge(measured), generator),
            new HostDocument
            {
                StartedAt = result.StartedAt,
                OperatingSystem = context.Edges.Machine.System,
                Runtime = context.Edges.Machine.Runtime,
                Cores = context.Edges.Machine.ReadProcess().Cores,
                TargetAddress = target.Kind == TargetKind.Simulator ? null : target.Address.GetLeftPart(UriPartial.Path),
                Generator = generator,
            });
    }
}
