using System.Collections.Immutable;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.VirtualTime;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Engine;

/// <summary>Little's law is an identity of a run's books, to the microsecond: what was counted in flight is what the jobs state.</summary>
public sealed class LoadRunBooksTests
{
    [Fact]
    public void RunAsync_RateLimitRefusesSubmits_BothSidesOfLittlesLawAreEqual()
    {
        var measured = Measure(
            clock =>
            {
                var tries = 0;
                return Service(clock, _ => ++tries % 3 == 0 ? null : StepAnswer.Throttled(clock.GetUtcNow() + Time.Seconds(2)));
            },
            Played.OneASecond(20));

        AssertEqual(measured);
    }

    [Fact]
    public void RunAsync_IntentsWaitForTheDisk_BothSidesOfLittlesLawAreEqual() => AssertEqual(Measure(
        static clock => Service(clock),
        Played.OneASecond(20),
        static (clock, options) => options with
        {
            Ledger = new JsonLinesLedger(new StringWriter(), seed: 1, commit: () => Task.Delay(Time.Milliseconds(70), clock)),
        }));

    [Theory]
    [InlineData(9)]
    [InlineData(-50)]
    public void RunAsync_JobsAdoptedAndNoneSubmitted_BothSidesOfLittlesLawAreEqual(int secondsAgo)
    {
        // Accepted in the future by our clock, if it was set back between the two runs.
        var accepted = new VirtualClock().GetUtcNow() - Time.Seconds(secondsAgo);
        ImmutableArray<AdoptedJob> open = [.. Enumerable.Range(0, 7).Select(ordinal => new AdoptedJob(ordinal, $"old-{ordinal}", accepted, 1))];

        AssertEqual(Measure(
            clock =>
            {
                var service = Service(clock);
                foreach (var job in open)
                {
                    service.Remember(job.JobId, Time.Milliseconds(job.Ordinal));
                }

                return service;
            },
            new LoadOptions { Schedule = LoadSchedule.Of([]), Adopted = open, FirstOrdinal = open.Length }));
    }

    [Fact]
    public void RunAsync_DrainEndsBeforeTheJobs_BothSidesOfLittlesLawAreEqual() => AssertEqual(
        Measure(static clock => Service(clock), Played.OneASecond(20) with { Drain = Time.Seconds(0.0123456) }),
        JobOutcome.Unfinished);

    [Fact]
    public void Leave_HandledAfterALaterChange_CountsUpToItsOwnInstant()
    {
        var recorder = new RunRecorder(Options(Played.OneASecond(2)));
        var book = new RunBook(recorder, watched: false);
        LiveJob first = Job(0), second = Job(1);

        book.Enter(first, Time.Seconds(1));
        book.Enter(second, Time.Seconds(9.0000005));
        book.Leave(first, Time.Seconds(3.0000009));
        book.Leave(second, Time.Seconds(10));
        foreach (var job in (LiveJob[])[first, second])
        {
            book.Record(job.ToSample(JobOutcome.Completed, null, Time.Seconds(10)));
        }

        var measured = recorder.Measured(Time.Seconds(10));
        Assert.Equal((3_000_000, 3_000_000), (measured.Series.JobMicroseconds.Sum(), measured.Totals.TimeInFlightUs));
        Assert.Equal(0, measured.Little.RelativeDifference, precision: 12);
    }

    private static void AssertEqual(MeasuredDocument measured, JobOutcome some = JobOutcome.Completed)
    {
        Assert.True(measured.Count(some) > 0, $"no job ended {some}");
        Assert.True(measured.Totals.TimeInFlightUs > 0, "nothing was in flight");
        Assert.Equal(measured.Series.JobMicroseconds.Sum(), measured.Totals.TimeInFlightUs);
    }

    // Times that are no whole microseconds, as those of a real clock.
    private static ModelledService Service(VirtualClock clock, Func<long, StepAnswer?>? onSubmit = null) => new(clock, Time.Seconds(0.3000007))
    {
        SubmitTime = Time.Seconds(0.0400003),
        PollTime = Time.Seconds(0.0100009),
        OnSubmit = onSubmit ?? (static _ => null),
    };

    private static LiveJob Job(long ordinal) => new(ordinal, TimeSpan.Zero, 0, 0, isCopy: false) { ActualStart = TimeSpan.Zero };

    private static RunRecorderOptions Options(LoadOptions options) => new() { Cohorts = options.Cohorts, PlannedDuration = Time.Minutes(1) };

    private static MeasuredDocument Measure(
        Func<VirtualClock, ModelledService> service,
        LoadOptions options,
        Func<VirtualClock, LoadOptions, LoadOptions>? complete = null) => VirtualPump.Run(async clock =>
    {
        var recorder = new RunRecorder(Options(options));
        var result = await new LoadRun(complete?.Invoke(clock, options) ?? options, service(clock), recorder, clock).RunAsync();
        return recorder.Measured(result.Elapsed);
    });
}
