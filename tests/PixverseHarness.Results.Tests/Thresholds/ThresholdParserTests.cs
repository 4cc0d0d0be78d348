using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Tests.Thresholds;

public sealed class ThresholdParserTests
{
    [Theory]
    [InlineData("job_duration{phase:run}: p(95)<120s", ThresholdAggregate.Percentile, 95, "<", 120e6)]
    [InlineData("job_duration:p(99.9) <= 1h30m", ThresholdAggregate.Percentile, 99.9, "<=", 5400e6)]
    [InlineData("job_run: med<300ms", ThresholdAggregate.Percentile, 50, "<", 300e3)]
    [InlineData("jobs_failed: rate<1%", ThresholdAggregate.Rate, 0, "<", 0.01)]
    [InlineData("jobs_failed{cohort:step3}: rate<=0.05", ThresholdAggregate.Rate, 0, "<=", 0.05)]
    [InlineData("job_goodput: rate>=30/m", ThresholdAggregate.Rate, 0, ">=", 0.5)]
    [InlineData("jobs_completed: count>=60", ThresholdAggregate.Count, 0, ">=", 60)]
    [InlineData("http_req_duration{operation:poll}: max!=2s", ThresholdAggregate.Maximum, 0, "!=", 2e6)]
    [InlineData("polls_per_job: avg<40", ThresholdAggregate.Average, 0, "<", 40)]
    [InlineData("job_cost: value<1.5", ThresholdAggregate.Value, 0, "<", 1.5)]
    public void Parse_Valid_ReadsEveryPart(string text, ThresholdAggregate aggregate, double percent, string comparison, double limit)
    {
        var threshold = ThresholdParser.Parse(text, out var fault);

        Assert.Null(fault);
        Assert.Equal((aggregate, percent, comparison), (threshold!.Aggregate, threshold.Percent, threshold.Operator));
        Assert.Equal(limit, threshold.Limit, precision: 9);
    }

    [Fact]
    public void Parse_WindowAndHoldingTime_AreReadFromTheText()
    {
        var threshold = ThresholdParser.Parse("job_duration{window:5m,cohort:step3}: p(95)<120s for 2m", out _)!;

        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2)), (threshold.Window, threshold.For));
        Assert.Equal("job_duration{cohort:step3}: p(95)<120s", threshold.Text);
    }

    [Fact]
    public void Parse_NormalForm_ReadsAsItself()
    {
        var threshold = ThresholdParser.Parse(" job_duration { phase : run , outcome:any } :  p(95) < 120s ", out _)!;

        Assert.Equal("job_duration{phase:run,outcome:any}: p(95)<120s", threshold.Text);
        Assert.Equal(threshold.Text, ThresholdParser.Parse(threshold.Text, out _)!.Text);
    }

    [Fact]
    public void Parse_ObjectForm_TakesItsMembers()
    {
        var options = new ThresholdOptions
        {
            Threshold = "p(95)<120s", Window = "30s", For = "1m", MinSamples = 5, AbortOnFail = true, DelayAbortEval = "10s",
            OnNoData = NoDataMeaning.Pass,
        };

        var threshold = ThresholdParser.Parse("job_duration", options, out _)!;

        Assert.Equal(
            (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), 5L, true, TimeSpan.FromSeconds(10), NoDataMeaning.Pass),
            (threshold.Window, threshold.For, threshold.MinSamples, threshold.AbortOnFail, threshold.DelayAbortEval, threshold.OnNoData));
    }

    [Theory]
    [InlineData("p(50)<1s", 6)]
    [InlineData("p(95)<1s", 72)]
    [InlineData("avg<1s", 1)]
    public void Parse_NoMinSamples_AsksForWhatAnIntervalNeeds(string condition, long expected) =>
        Assert.Equal(expected, ThresholdParser.Parse("job_duration: " + condition, out _)!.MinSamples);

    [Theory]
    [InlineData("job_duration", "has no condition")]
    [InlineData("job_durration: p(95)<120s", "Did you mean \"job_duration\"?")]
    [InlineData("job_duration{fase:run}: p(95)<120s", "Did you mean \"phase\"?")]
    [InlineData("job_duration{phase:runn}: p(95)<120s", "Did you mean \"run\"?")]
    [InlineData("job_duration{phase}: p(95)<120s", "is not name:value")]
    [InlineData("job_duration: p(95)<120", "Write a unit")]
    [InlineData("job_duration: p(95)120s", "is not aggregate, operator, limit")]
    [InlineData("job_duration: p(101)<120s", "has no aggregate \"p(101)\"")]
    [InlineData("job_duration: rate<1%", "has no aggregate \"rate\"")]
    [InlineData("jobs_failed: rate<1s", "is not a share")]
    [InlineData("jobs_failed: count<x", "is not a number")]
    [InlineData("http_req_duration: p(95)<1s", "needs the tag operation (submit, poll, fetch)")]
    [InlineData("in_flight{window:1m}: max<10", "has no window")]
    [InlineData("job_duration: p(95)<1s for ever", "\"ever\" of for is not a duration")]
    public void Parse_Fault_SaysWhatIsWrongAndWhatWouldBeRight(string text, string expected)
    {
        Assert.Null(ThresholdParser.Parse(text, out var fault));

        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", fault, StringComparison.Ordinal);
    }
}
