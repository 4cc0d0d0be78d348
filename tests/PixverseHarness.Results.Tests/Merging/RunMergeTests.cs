using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Merging;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Tests.Played;
using PixverseHarness.Results.Tests.Recording;

namespace PixverseHarness.Results.Tests.Merging;

public sealed class RunMergeTests
{
    private static readonly PlayedRun Played = PlayedRun.Of(new PlayedRunOptions
    {
        Rates = [0.5, 1.5], Workers = 60, NeverEnds = 0.02, FailedByService = 0.05, Rejected = 0.03, ServerStatesTimes = false,
    });

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Merge_ShardsOfStripedJobs_EqualTheSingleRun(int shards)
    {
        var whole = Shard(_ => true);

        var merged = RunMerge.Merge([.. Enumerable.Range(0, shards).Select(shard => Shard(job => job.Ordinal % shards == shard))]);

        Assert.Equal(Comparable(whole), Comparable(merged));
    }

    [Fact]
    public void Merge_OneRun_IsItself() => Assert.Equal(Comparable(Shard(_ => true)), Comparable(RunMerge.Merge([Shard(_ => true)])));

    [Fact]
    public void Merge_OtherCohorts_AreRefused() => Assert.Throws<ArgumentException>(() =>
        RunMerge.Merge([Shard(_ => true), PlayedRun.Of(new PlayedRunOptions { Rates = [1] }).Measure()]));

    [Fact]
    public void Merge_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => RunMerge.Merge([]));

    private static MeasuredDocument Shard(Func<JobSample, bool> own)
    {
        var recorder = new RunRecorder(Played.RecorderOptions);
        foreach (var job in Played.Jobs.Where(own))
        {
            recorder.Record(job);
        }

        return recorder.Measured(Played.End);
    }

    // Each shard states the whole plan's rate here; the sum of them says nothing.
    private static string Comparable(MeasuredDocument run) =>
        RunRecorderTests.Json(run with { Cohorts = [.. run.Cohorts.Select(cohort => cohort with { PlannedJobsPerSecond = null })] });
}
