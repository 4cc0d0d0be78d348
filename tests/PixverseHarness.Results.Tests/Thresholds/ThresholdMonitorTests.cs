using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Tests.Thresholds;

public sealed class ThresholdMonitorTests
{
    private readonly RunRecorder _recorder = new(new RunRecorderOptions
    {
        Cohorts = [new Cohort(0, "all", TimeSpan.Zero, TimeSpan.FromMinutes(10), 1)],
        PlannedDuration = TimeSpan.FromMinutes(10),
    });

    private MeasuredDocument? _last;

    [Fact]
    public void Observe_SlowMinuteInAFastRun_CrossesTheWindowAndNotTheWhole()
    {
        var monitor = Watching("job_duration: p(50)<10s", "job_duration{window:1m}: p(50)<10s");
        Play(monitor, second => second is >= 120 and < 180 ? 20 : 5, until: 600);

        var results = monitor.Finish(_last!);

        Assert.Equal([ThresholdState.Kept, ThresholdState.Crossed], results.Select(result => result.State));
        Assert.InRange(results[1].CrossedAtUs.GetValueOrDefault(), 130_000_000, 180_000_000);
    }

    [Fact]
    public void Observe_BreakShorterThanTheHoldingTime_DoesNotCount()
    {
        var monitor = Watching("job_duration{window:30s}: p(50)<10s for 2m", "job_duration{window:30s}: p(50)<10s for 30s");
        Play(monitor, second => second is >= 120 and < 180 ? 20 : 5, until: 600);

        Assert.Equal([ThresholdState.Kept, ThresholdState.Crossed], monitor.Finish(_last!).Select(result => result.State));
    }

    [Fact]
    public void ShouldAbort_CrossedEarly_WaitsForTheDelay()
    {
        var options = new ThresholdOptions { Threshold = "p(50)<10s", AbortOnFail = true, DelayAbortEval = "60s" };
        var monitor = new ThresholdMonitor([ThresholdParser.Parse("job_duration", options, out _)!]);

        Play(monitor, _ => 20, until: 59);
        Assert.False(monitor.ShouldAbort);

        Play(monitor, _ => 20, from: 59, until: 61);
        Assert.True(monitor.ShouldAbort);
        Assert.Equal(ThresholdState.Crossed, monitor.Finish(_last!).Single().State);
    }

    [Fact]
    public void Finish_RunShorterThanTheWindow_JudgesTheWhole()
    {
        var monitor = Watching("job_duration{window:5m}: p(50)<10s");
        Play(monitor, _ => 20, until: 60);

        Assert.Equal(ThresholdState.Crossed, monitor.Finish(_last!).Single().State);
    }

    [Fact]
    public void Finish_YoungRunCrossedAndHealed_IsKept()
    {
        var monitor = Watching("job_duration: p(50)<10s");
        Play(monitor, second => second < 30 ? 20 : 5, until: 300);

        Assert.Equal(ThresholdState.Kept, monitor.Finish(_last!).Single().State);
    }

    private static ThresholdMonitor Watching(params string[] thresholds) =>
        new(thresholds.Select(text => ThresholdParser.Parse(text, out _)!));

    // One job ends in every second; the monitor looks once a second.
    private void Play(ThresholdMonitor monitor, Func<int, int> secondsOfJob, int until, int from = 0)
    {
        for (var second = from; second < until; second++)
        {
            var end = TimeSpan.FromSeconds(second);
            var start = end - TimeSpan.FromSeconds(secondsOfJob(second));
            _recorder.Record(new JobSample
            {
                Ordinal = second, IntendedStart = start, ActualStart = start, SubmitEnd = start, End = end, Outcome = JobOutcome.Completed,
            });
            _last = _recorder.Measured(end);
            monitor.Observe(end, _last);
        }
    }
}
