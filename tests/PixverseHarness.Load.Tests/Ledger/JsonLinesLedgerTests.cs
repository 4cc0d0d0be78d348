using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Tests.Engine;
using PixverseHarness.Load.VirtualTime;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Ledger;

public sealed class JsonLinesLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lines_OfOneJob_AreReadableByAnyTool()
    {
        var writer = new StringWriter();
        var ledger = new JsonLinesLedger(writer, seed: 42);
        await ledger.IntendAsync(0, Noon, 375_000, CancellationToken.None);
        ledger.Accept(0, Noon, "job-0");
        ledger.Resolve(0, Noon, JobOutcome.Completed);

        Assert.Equal(
            """
            {"kind":"ledger","schemaVersion":1,"seed":42}
            {"kind":"intent","ordinal":0,"at":"2026-10-01T12:00:00+00:00","priceMicroDollars":375000}
            {"kind":"accepted","ordinal":0,"at":"2026-10-01T12:00:00+00:00","jobId":"job-0"}
            {"kind":"resolved","ordinal":0,"at":"2026-10-01T12:00:00+00:00","outcome":"completed"}

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public async Task Read_AfterACrash_TellsAdoptableFromPossiblyBilled()
    {
        var writer = new StringWriter();
        var ledger = new JsonLinesLedger(writer, seed: 7);
        for (var ordinal = 0; ordinal < 4; ordinal++)
        {
            await ledger.IntendAsync(ordinal, Noon, 100 + ordinal, CancellationToken.None);
        }

        ledger.Accept(0, Noon, "a");
        ledger.Accept(1, Noon, "b");
        ledger.Resolve(0, Noon, JobOutcome.Completed);
        ledger.Resolve(2, Noon, JobOutcome.Rejected);
        writer.Write("{\"kind\":\"accepted\",\"ordinal\":3,\"jo");

        var contents = LedgerContents.Read(new StringReader(writer.ToString()));

        Assert.Equal(7UL, contents.Seed);
        Assert.Equal(new AdoptedJob(1, "b", Noon, 101), Assert.Single(contents.Unresolved));
        Assert.Equal(new OpenIntent(3, Noon, 103), Assert.Single(contents.PossiblyBilled));
        Assert.Equal((2L, 4L, 1), (contents.Resolved, contents.NextOrdinal, contents.UnreadableLines));
    }

    [Fact]
    public async Task Append_AfterATornLine_LosesNothing()
    {
        var writer = new StringWriter();
        writer.Write("{\"kind\":\"intent\",\"ordi");
        var ledger = new JsonLinesLedger(writer, seed: 7, append: true);
        await ledger.IntendAsync(5, Noon, 1, CancellationToken.None);

        Assert.Equal(5, Assert.Single(LedgerContents.Read(new StringReader(writer.ToString())).PossiblyBilled).Ordinal);
    }

    [Fact]
    public async Task IntendAsync_WhileACommitRuns_SharesTheNextOne()
    {
        var commits = new List<TaskCompletionSource>();
        var ledger = new JsonLinesLedger(new StringWriter(), seed: 1, commit: () =>
        {
            commits.Add(new TaskCompletionSource());
            return commits[^1].Task;
        });

        var first = ledger.IntendAsync(0, Noon, 1, CancellationToken.None).AsTask();
        var second = ledger.IntendAsync(1, Noon, 1, CancellationToken.None).AsTask();
        var third = ledger.IntendAsync(2, Noon, 1, CancellationToken.None).AsTask();
        Assert.Single(commits);
        commits[0].SetResult();
        await first;
        Assert.Equal(2, commits.Count);
        Assert.False(second.IsCompleted);
        commits[1].SetResult();
        await Task.WhenAll(second, third);
        Assert.Equal(2, commits.Count);
    }

    [Fact]
    public void RunAsync_IntentsThatMustReachTheDisk_AreNotedBeforeTheSubmit()
    {
        var writer = new StringWriter();
        var played = VirtualPump.Run(async clock =>
        {
            var service = new ModelledService(clock, Time.Seconds(4))
            {
                OnSubmit = ordinal => writer.ToString().Contains($"\"intent\",\"ordinal\":{ordinal},", StringComparison.Ordinal)
                    ? null
                    : throw new InvalidOperationException("submitted before it was noted"),
            };
            var ledger = new JsonLinesLedger(writer, seed: 1, commit: () => Task.Delay(Time.Milliseconds(7), clock));
            var log = new SampleLog();
            return new Played(await new LoadRun(Played.OneASecond(10) with { Ledger = ledger }, service, log, clock).RunAsync(), log, service);
        });

        Assert.Equal(10, played.Result.Count(JobOutcome.Completed));
        Assert.All(played.Log.Jobs, static job => Assert.Equal(Time.Milliseconds(7), job.ActualStart - job.IntendedStart));
        Assert.Equal(10, LedgerContents.Read(new StringReader(writer.ToString())).Resolved);
    }

    [Fact]
    public void RunAsync_StoppedAndResumed_AccountsForEveryJobOnce()
    {
        var writer = new StringWriter();
        var start = new VirtualClock().GetUtcNow();
        var first = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(30)) { OnSubmit = static ordinal => ordinal == 3 ? StepAnswer.NoAnswer("connection_reset") : null },
            Played.OneASecond(40) with { Ledger = new JsonLinesLedger(writer, seed: 1) },
            static async (clock, run) =>
            {
                await Task.Delay(Time.Seconds(35.5), clock);
                run.StopNow(StopReason.Interrupted);
            });
        var contents = LedgerContents.Read(new StringReader(writer.ToString()));
        Assert.Equal(first.Result.Count(JobOutcome.Unfinished), contents.Unresolved.Length);
        Assert.Equal(3, Assert.Single(contents.PossiblyBilled).Ordinal);

        var second = Resume(contents, new JsonLinesLedger(writer, seed: 1, append: true), start + Time.Seconds(40));

        Assert.Equal(contents.Unresolved.Length, second.Result.Adopted);
        Assert.Equal(contents.Unresolved.Length, second.Result.Count(JobOutcome.Completed));
        Assert.All(second.Log.Jobs, static job => Assert.True(job.IntendedStart < TimeSpan.Zero));
        Assert.Empty(second.Log.Submits);
        Assert.Equal(0, second.Result.MissedPolls);
        var last = LedgerContents.Read(new StringReader(writer.ToString()));
        Assert.Empty(last.Unresolved);
        Assert.Equal(36, last.Resolved + last.PossiblyBilled.Length);
        Assert.Equal(36, last.NextOrdinal);
    }

    [Fact]
    public void RunAsync_LedgerBreaks_SendsNothingMoreAndRecordsWhatIsKnown()
    {
        var writer = new FullDisk(lines: 20);
        var played = Played.Run(
            clock => new ModelledService(clock, Time.Seconds(4)),
            Played.OneASecond(100) with { Ledger = new JsonLinesLedger(writer, seed: 1) });

        Assert.Equal(StopReason.HarnessFault, played.Result.Reason);
        Assert.IsType<IOException>(played.Result.Fault);
        Assert.Equal(played.Result.Offered, played.Log.Jobs.Count);
        Assert.True(played.Service.Calls.Count(static call => call.Step == "submit") <= 10);
    }

    [Fact]
    public void RunAsync_AcceptanceComesAfterTheTimeout_TheLedgerStillHasTheId()
    {
        var writer = new StringWriter();
        var result = VirtualPump.Run(async clock =>
        {
            var late = new TaskCompletionSource<StepAnswer>();
            var service = new DeafService(late.Task);
            var options = Played.OneASecond(2) with { JobTimeout = Time.Seconds(30), Ledger = new JsonLinesLedger(writer, seed: 1) };
            var running = new LoadRun(options, service, new SampleLog(), clock).RunAsync();
            await Task.Delay(Time.Seconds(30.5), clock);
            late.SetResult(StepAnswer.Accepted("late"));
            return await running;
        });

        Assert.Equal(2, result.Count(JobOutcome.PossiblyBilled) + result.Count(JobOutcome.Completed) + result.Count(JobOutcome.TimedOut));
        Assert.Equal(1, result.LateAcceptances);
        Assert.Contains(LedgerContents.Read(new StringReader(writer.ToString())).Unresolved, static job => job.JobId == "late" && job.Ordinal == 0);
    }

    private static Played Resume(LedgerContents contents, ISubmitLedger ledger, DateTimeOffset now) => VirtualPump.Run(new VirtualClock(now), async clock =>
    {
        var service = new ModelledService(clock, Time.Seconds(30));
        foreach (var job in contents.Unresolved)
        {
            service.Remember(job.JobId, Time.Seconds(20));
        }

        var log = new SampleLog();
        var options = new LoadOptions
        {
            Schedule = PixverseHarness.Load.Schedules.LoadSchedule.Of([]),
            Adopted = contents.Unresolved,
            FirstOrdinal = contents.NextOrdinal,
            Ledger = ledger,
        };
        return new Played(await new LoadRun(options, service, log, clock).RunAsync(), log, service);
    });

    /// <summary>Takes so many lines and no more.</summary>
    private sealed class FullDisk(int lines) : StringWriter
    {
        private int _left = lines;

        public override void Flush()
        {
            if (--_left < 0)
            {
                throw new IOException("No space left on device.");
            }
        }
    }

    /// <summary>Answers no cancellation: its submits end when one task does.</summary>
    private sealed class DeafService(Task<StepAnswer> answer) : IJobWorkload
    {
        public JobSteps Steps => JobSteps.SubmitPollFetch;

        public long PriceOf(long ordinal) => 0;

        public ValueTask<StepAnswer> SubmitAsync(long ordinal, CancellationToken cancellationToken) => new(answer);

        public ValueTask<StepAnswer> PollAsync(JobHandle job, CancellationToken cancellationToken) => new(StepAnswer.AtWork());

        public ValueTask<StepAnswer> FetchAsync(JobHandle job, CancellationToken cancellationToken) => new(StepAnswer.Fetched());
    }
}
