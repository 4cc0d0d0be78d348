using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Cli.Load;

/// <summary>Plays one load profile and concludes what it showed.</summary>
internal sealed class LoadRunner(VerbContext context, LoadOrder order, LoadEngine engine)
{
    /// <summary>What the first stop request is answered with.</summary>
    public const string Stopping = "stopping: nothing more is submitted, and the jobs in flight are followed to their end; Ctrl-C again stops at once";

    /// <summary>Runs to the end of the drain. The first stop request drains, the second one stops.</summary>
    public async Task<LoadEnding> RunAsync(LoadTarget target, ILoadBoard board, CancellationToken cancellationToken)
    {
        var left = order.ResumedFolder is { } folder ? RunLedger.ReadFolder(folder, context) : new LedgerContents();
        using var ledger = RunLedger.Open(order, target, context);
        var options = order.Options(order.Schedule) with { Ledger = ledger.Ledger, Adopted = left.Unresolved, FirstOrdinal = left.NextOrdinal };
        var header = LoadHeader.Of(order, options, target.Kind, engine);
        var recorder = new RunRecorder(new RunRecorderOptions
        {
            Cohorts = options.Cohorts,
            PlannedDuration = (options.Schedule.Length ?? TimeSpan.Zero) + (options.Drain ?? options.JobTimeout),
            Objective = order.Scenario.Objective,
        });
        NotePossiblyBilled(left, recorder);
        var watch = new RunWatch(order.Thresholds, recorder, context.Edges.Machine, board);
        var workload = new PixverseWorkload(target.Client, order.Scenario.Workflow, order.Payloads, order.Scenario.Jobs);
        var run = engine.Prepare(order, options with { Progress = watch.Observe }, workload, recorder, context);

        var watching = watch.WatchAsync(() => run.Drain(StopReason.Aborted, "A threshold with abortOnFail was crossed."));
        LoadResult result;
        await using (cancellationToken.UnsafeRegister(_ => Interrupt(run), null))
        {
            result = await run.RunAsync(context.Edges.TakeSecondStop());
            watch.Complete();
        }

        await watching;
        var measured = recorder.Measured(result.Elapsed);
        var generator = recorder.Generator();
        return new LoadEnding(
            result,
            RunDocument.Conclude(header, measured, watch.Judge(measured), generator, [.. result.Remarks, .. CutRun.Remarks(result, header.Plan)]),
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

    private void Interrupt(ILoadRun run)
    {
        run.Interrupt();
        context.Error.WriteLine(Stopping);
    }

    // Beside the adopted jobs they belong into the report, so that it accounts for every submit that the cut left open.
    private void NotePossiblyBilled(LedgerContents left, RunRecorder recorder)
    {
        var now = context.Edges.Clock.GetUtcNow();
        foreach (var intent in left.PossiblyBilled)
        {
            context.Error.WriteLine(FormattableString.Invariant(
                $"possibly billed: submit {intent.Ordinal} of {intent.IntendedAt:u} was never answered, up to ${intent.PriceMicroDollars / 1e6:0.######}"));
            recorder.Record(new JobSample
            {
                Ordinal = intent.Ordinal,
                IntendedStart = intent.IntendedAt - now,
                ActualStart = intent.IntendedAt - now,
                End = TimeSpan.Zero,
                Outcome = JobOutcome.PossiblyBilled,
                Cause = "run_cut_off",
            });
        }
    }
}
