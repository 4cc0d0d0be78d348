using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Tests.Samples;

public sealed class JobOutcomesTests
{
    [Fact]
    public void IsCensored_EveryCensoredOutcome_IsAnAcceptedJob()
    {
        var censored = JobOutcomes.All.Where(outcome => outcome.IsCensored()).ToArray();

        Assert.Equal([JobOutcome.Unfinished, JobOutcome.TimedOut, JobOutcome.Stuck], censored);
        Assert.All(censored, outcome => Assert.True(outcome.IsAccepted()));
    }

    [Fact]
    public void Default_OfTheOutcome_IsNeverSuccess() => Assert.Equal(JobOutcome.Unfinished, default);

    [Theory]
    [InlineData(JobOutcome.FailedByService, "failed_by_service")]
    [InlineData(JobOutcome.Completed, "completed")]
    public void ToTag_Outcome_IsSnakeCase(JobOutcome outcome, string expected) => Assert.Equal(expected, outcome.ToTag());
}
