using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Tests.Played;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Tests.Thresholds;

public sealed class ThresholdJudgeTests
{
    private static readonly MeasuredDocument Steady = PlayedRun.Of(new PlayedRunOptions { FailedByService = 0.05, Rates = [1, 1] }).Measure();

    [Theory]
    [InlineData("job_duration: p(95)<120s", ThresholdState.Kept)]
    [InlineData("job_duration: p(95)<30s", ThresholdState.Crossed)]
    [InlineData("job_duration: p(95)>30s", ThresholdState.Kept)]
    [InlineData("job_run{source:stated}: p(50)<50s", ThresholdState.Kept)]
    [InlineData("job_duration{outcome:failed_by_service}: max<30s", ThresholdState.Kept)]
    [InlineData("job_duration{outcome:rejected}: max<30s", ThresholdState.NoData)]
    [InlineData("job_duration{cohort:step2}: p(95)<120s", ThresholdState.Kept)]
    [InlineData("job_duration{cohort:step9}: p(95)<120s", ThresholdState.NoData)]
    [InlineData("job_duration: p(99.99)<120s", ThresholdState.TooFewSamples)]
    [InlineData("jobs_failed: rate<20%", ThresholdState.Kept)]
    [InlineData("jobs_failed: rate<0.1%", ThresholdState.Crossed)]
    [InlineData("jobs_completed: count>=100", ThresholdState.Kept)]
    [InlineData("job_goodput: rate>0.1/s", ThresholdState.Kept)]
    [InlineData("in_flight: max<10", ThresholdState.Crossed)]
    [InlineData("in_flight: avg<1000", ThresholdState.Kept)]
    [InlineData("polls_per_job: avg<40", ThresholdState.Kept)]
    [InlineData("submit_lateness: p(99)<5ms", ThresholdState.Kept)]
    [InlineData("http_req_duration{operation:fetch}: p(95)<20ms", ThresholdState.Kept)]
    [InlineData("http_reqs{operation:poll}: rate>1/s", ThresholdState.Kept)]
    [InlineData("http_req_failed{operation:submit}: rate==0", ThresholdState.Kept)]
    [InlineData("job_cost: value<1", ThresholdState.Crossed)]
    public void Judge_SteadyRun_StateFollowsFromTheNumbers(string text, ThresholdState expected) =>
        Assert.Equal(expected, Judge(text, Steady).State);

    [Fact]
    public void Judge_NothingCompleted_NoPercentilePasses()
    {
        var dead = PlayedRun.Of(new PlayedRunOptions { NeverEnds = 1 }).Measure();

        var result = Judge("job_duration: p(95)<120000s", dead);

        Assert.True(result.Fails);
        Assert.Null(result.Value);
        Assert.Contains("not reached", result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NothingSent_IsNoDataAndFailsUnlessToldOtherwise()
    {
        var empty = PlayedRun.Of(new PlayedRunOptions { Rates = [1e-9] }).Measure();
        var lenient = ThresholdParser.Parse("job_duration", new ThresholdOptions { Threshold = "p(95)<1s", OnNoData = NoDataMeaning.Pass }, out _)!;

        Assert.True(Judge("job_duration: p(95)<120s", empty).Fails);
        Assert.True(Judge("jobs_failed: rate<1%", empty).Fails);
        Assert.Equal(ThresholdState.Kept, ThresholdJudge.Judge(lenient, empty).State);
    }

    [Fact]
    public void Judge_OnlyBoundsKnown_TakesTheBoundThatSpeaksAgainstTheCondition()
    {
        var hidden = PlayedRun.Of(new PlayedRunOptions { ServerStatesTimes = false }).Measure();

        var below = Judge("job_run: p(50)<44s", hidden).Value.GetValueOrDefault();
        var above = Judge("job_run: p(50)>44s", hidden).Value.GetValueOrDefault();

        Assert.InRange(below - above, 1e6, 6e6);
    }

    [Fact]
    public void Judge_UnknownCohort_NamesTheNearestOne() =>
        Assert.Contains("Did you mean", Judge("job_duration{cohort:stepp2}: p(95)<1s", Steady).Sentence, StringComparison.Ordinal);

    private static ThresholdResult Judge(string text, MeasuredDocument run)
    {
        var threshold = ThresholdParser.Parse(text, out var fault);
        Assert.Null(fault);
        return ThresholdJudge.Judge(threshold!, run);
    }
}
