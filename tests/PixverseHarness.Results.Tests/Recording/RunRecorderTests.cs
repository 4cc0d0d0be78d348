using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Tests.Played;

namespace PixverseHarness.Results.Tests.Recording;

public sealed class RunRecorderTests
{
    private static readonly PlayedRunOptions Busy = new()
    {
        Rates = [0.5, 1.5], Workers = 60, NeverEnds = 0.02, FailedByService = 0.05, Rejected = 0.03, MostInFlight = 80,
    };

    [Fact]
    public void Measured_SamplesInAnotherOrder_GiveTheSameDocument()
    {
        var run = PlayedRun.Of(Busy);
        var backwards = new RunRecorder(run.RecorderOptions);
        run.RecordInto(backwards, run.Jobs.Reverse());

        Assert.Equal(Json(run.Measure()), Json(backwards.Measured(run.End)));
    }

    [Fact]
    public void Measured_EveryArrival_EndsInExactlyOneOutcome()
    {
        var run = PlayedRun.Of(Busy);
        var measured = run.Measure();

        Assert.Equal(run.Jobs.Count, measured.Arrivals);
        Assert.Equal(run.Jobs.Count, measured.Outcomes.Sum(entry => entry.Count));
        Assert.True(measured.Outcomes.Length >= 5, "The played run should end in many ways.");
        Assert.All(JobOutcomes.All, outcome => Assert.Equal(run.Jobs.Count(job => job.Outcome == outcome), measured.Count(outcome)));
    }

    [Fact]
    public void Measured_GeneratorStopsForFiveSeconds_MovesTheCorrectedTimesAndNotTheRawOnes()
    {
        var late = PlayedRun.Of(new PlayedRunOptions { SubmitLateness = TimeSpan.FromSeconds(5) }).Measure();

        var corrected = late.Phase(JobPhase.Submit)!.Percentiles[0].Value.GetValueOrDefault();
        var raw = late.Phase(JobPhase.Submit, MeasureSource.Uncorrected)!.Percentiles[0].Value.GetValueOrDefault();

        Assert.InRange(corrected, 5_000_000, 5_100_000);
        Assert.InRange(raw, 20_000, 36_000);
    }

    [Fact]
    public void Measured_JobsOfAStep_CountInTheCohortThatSubmittedThem()
    {
        var run = PlayedRun.Of(new PlayedRunOptions { Rates = [0.2, 2.0] });
        var measured = run.Measure();

        foreach (var cohort in measured.Cohorts)
        {
            var expected = run.Jobs.Count(job =>
                Units.Microseconds(job.IntendedStart) >= cohort.FromUs && Units.Microseconds(job.IntendedStart) < cohort.ToUs);
            Assert.Equal(expected, cohort.Outcomes.Sum(entry => entry.Count));
        }
    }

    [Fact]
    public void Measured_GoodJobs_AreTheCompletedOnesWithinTheObjective()
    {
        var options = new PlayedRunOptions { Objective = TimeSpan.FromSeconds(40) };
        var run = PlayedRun.Of(options);

        var good = run.Jobs.Count(job => job.Outcome == JobOutcome.Completed && job.End - job.IntendedStart <= options.Objective);

        Assert.InRange(good, 1, run.Jobs.Count - 1);
        Assert.Equal(good, run.Measure().Good);
    }

    [Fact]
    public void Little_HonestBooks_BothSidesAgree() =>
        Assert.InRange(PlayedRun.Of(Busy).Measure().Little.RelativeDifference, 0, 1e-6);

    [Fact]
    public void Little_JobsOfAnEarlierRun_CountInFlightFromTheStartOfThisOne()
    {
        var recorder = new RunRecorder(PlayedRun.Of(Busy).RecorderOptions);
        recorder.ChangeInFlight(TimeSpan.Zero, +1);
        recorder.ChangeInFlight(TimeSpan.FromSeconds(10), -1);
        recorder.Record(new JobSample
        {
            Ordinal = 7,
            IntendedStart = TimeSpan.FromMinutes(-20),
            ActualStart = TimeSpan.FromMinutes(-20),
            End = TimeSpan.FromSeconds(10),
            Outcome = JobOutcome.Completed,
        });

        var measured = recorder.Measured(TimeSpan.FromSeconds(20));

        Assert.Equal(10_000_000, measured.Totals.TimeInFlightUs);
        Assert.Equal((0.5, 0.5), (measured.Little.MeanInFlight, measured.Little.Product));
    }

    [Fact]
    public void Constructor_NoCohort_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new RunRecorder(new RunRecorderOptions { Cohorts = [], PlannedDuration = TimeSpan.FromMinutes(1) }));

    internal static string Json(MeasuredDocument measured) =>
        System.Text.Json.JsonSerializer.Serialize(measured, ResultsJson.Context.MeasuredDocument);
}
