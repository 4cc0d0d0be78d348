using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Tests.Played;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Tests.Analysis;

public sealed class RunAnalysersTests
{
    private static readonly GeneratorDocument Healthy = new()
    {
        Readings = 10, CpuShareMean = 0.2, CpuShareMaximum = 0.5, GcPauseUs = 1000, GcPauseShareMaximum = 0.001,
        ThreadPoolQueueMaximum = 3, ResidentBytesMaximum = 80_000_000,
    };

    [Fact]
    public void Analyse_HonestRun_HasNothingAgainstIt() =>
        Assert.DoesNotContain(Remarks(new PlayedRunOptions { Rates = [2] }, Healthy), remark => remark.Weight != RemarkWeight.Note);

    [Theory]
    [InlineData(0.95, 0, 0, "all cores")]
    [InlineData(0.2, 60_000_000, 0, "Garbage collections")]
    [InlineData(0.2, 0, 5000, "waited for a thread")]
    public void Analyse_GeneratorAtItsLimit_IsDistrusted(double cpu, long gcPause, long queue, string words)
    {
        var sick = Healthy with { CpuShareMean = cpu, GcPauseUs = gcPause, ThreadPoolQueueMaximum = queue };

        var remark = Assert.Single(Remarks(new PlayedRunOptions(), sick), remark => remark.Trouble == "generator-saturated");

        Assert.Equal(RemarkWeight.Distrust, remark.Weight);
        Assert.Contains(words, remark.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(900, true)]
    public void Analyse_LateSubmits_AreJudgedAgainstAHundredthOfTheMedianJob(int milliseconds, bool expected)
    {
        var remarks = Remarks(new PlayedRunOptions { SubmitLateness = TimeSpan.FromMilliseconds(milliseconds) });

        Assert.Equal(expected, remarks.Any(remark => remark.Trouble == "generator-late" && remark.Weight == RemarkWeight.Distrust));
    }

    [Fact]
    public void Analyse_SubmitsLongAfterThePlan_AreNotTheOfferedRate() => Assert.Contains(
        Remarks(new PlayedRunOptions { SubmitLateness = TimeSpan.FromSeconds(30) }),
        remark => remark.Sentence.Contains("did not keep the rate", StringComparison.Ordinal));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Analyse_SubmitsHeldBackByARateLimit_AreNotTheGeneratorsFault(bool byALimit, bool expected)
    {
        var held = TimeSpan.FromSeconds(30);
        var recorder = new RunRecorder(new RunRecorderOptions
        {
            Cohorts = [new Cohort(0, "all", TimeSpan.Zero, TimeSpan.FromMinutes(1), 1)], PlannedDuration = TimeSpan.FromMinutes(2),
        });
        for (var second = 0; second < 60; second++)
        {
            var due = TimeSpan.FromSeconds(second);
            recorder.Record(new RequestSample(RequestOperation.Submit, byALimit ? due + held : due, due + held, due + held, 200));
            recorder.Record(new JobSample
            {
                Ordinal = second,
                IntendedStart = due,
                ActualStart = due + held,
                SubmitEnd = due + held,
                End = due + held + TimeSpan.FromSeconds(10),
                Outcome = JobOutcome.Completed,
                Throttled = byALimit ? held : TimeSpan.Zero,
                ThrottledBeforeSubmit = byALimit ? held : TimeSpan.Zero,
            });
        }

        var run = RunDocument.Conclude(
            new RunHeader { Kind = RunKind.Load, Name = "x", Seed = 1, ToolVersion = "0", Target = TargetKind.Simulator }, recorder.Measured(TimeSpan.FromMinutes(2)), []);

        Assert.Equal(expected, run.Remarks.Any(remark => remark.Trouble == "generator-late"));
    }

    [Fact]
    public void Analyse_OneLateSubmitOfSixty_IsNoSaturation()
    {
        var recorder = new RunRecorder(new RunRecorderOptions
        {
            Cohorts = [new Cohort(0, "all", TimeSpan.Zero, TimeSpan.FromMinutes(1), 1)], PlannedDuration = TimeSpan.FromMinutes(1),
        });
        for (var second = 0; second < 60; second++)
        {
            var due = TimeSpan.FromSeconds(second);
            var sent = due + TimeSpan.FromMilliseconds(second == 59 ? 1100 : 1);
            recorder.Record(new RequestSample(RequestOperation.Submit, due, sent, sent, 200));
            recorder.Record(new JobSample
            {
                Ordinal = second, IntendedStart = due, ActualStart = sent, SubmitEnd = sent, End = sent + TimeSpan.FromSeconds(2),
                Outcome = JobOutcome.Completed,
            });
        }

        var input = new AnalysisInput(recorder.Measured(TimeSpan.FromSeconds(63)), null, []);

        Assert.Empty(new GeneratorLateAnalyser().Analyse(input));
    }

    [Fact]
    public void Analyse_NothingCompleted_IsNoData() =>
        Assert.Contains(Remarks(new PlayedRunOptions { NeverEnds = 1 }), remark => remark.Trouble == "no-data");

    [Fact]
    public void Analyse_NothingDue_IsNoData() =>
        Assert.Contains(Remarks(new PlayedRunOptions { Rates = [1e-9] }), remark => remark.Trouble == "no-data");

    [Fact]
    public void Analyse_ManyArrivalsShed_ProveNothing() => Assert.Contains(
        Remarks(new PlayedRunOptions { MostInFlight = 10 }),
        remark => remark is { Trouble: "shed-arrivals", Weight: RemarkWeight.ProvesNothing });

    [Fact]
    public void Analyse_ManyJobsOutliveTheRun_AreNamed() =>
        Assert.Contains(Remarks(new PlayedRunOptions { NeverEnds = 0.2 }), remark => remark.Trouble == "many-censored");

    [Fact]
    public void Analyse_JobsInFlightThatNoSampleReports_AreALittleMismatch() => Assert.Contains(
        Remarks(new PlayedRunOptions { PhantomJobs = 20 }),
        remark => remark is { Trouble: "little-mismatch", Weight: RemarkWeight.Distrust });

    [Fact]
    public void Analyse_ThresholdWithTooFewSamples_ProvesNothing()
    {
        var measured = PlayedRun.Of(new PlayedRunOptions { StepLength = TimeSpan.FromSeconds(20) }).Measure();
        var result = ThresholdJudge.Judge(ThresholdParser.Parse("job_duration: p(95)<120s", out _)!, measured);

        var remarks = new TooFewSamplesAnalyser().Analyse(new AnalysisInput(measured, null, [result])).ToArray();

        Assert.Contains(remarks, remark => remark.Weight == RemarkWeight.ProvesNothing);
        Assert.Contains(remarks, remark => remark.Weight == RemarkWeight.Note);
    }

    private static Remark[] Remarks(PlayedRunOptions options, GeneratorDocument? generator = null)
    {
        var input = new AnalysisInput(PlayedRun.Of(options).Measure(), generator, []);
        return [.. RunAnalysers.All.SelectMany(analyser => analyser.Analyse(input))];
    }
}
