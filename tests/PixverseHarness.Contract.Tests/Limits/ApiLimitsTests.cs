using PixverseHarness.Contract.Limits;

namespace PixverseHarness.Contract.Tests.Limits;

public sealed class ApiLimitsTests
{
    [Fact]
    public void Retention_IsThatOfTheApiPage() =>
        Assert.Equal(ApiPage.Get("lifecycle.retentionSeconds").GetInt32(), ApiLimits.Retention.TotalSeconds);

    [Fact]
    public void Durations_AreThoseOfTheFactsSheet()
    {
        Assert.Equal(604_800, ApiLimits.OutputRetention.TotalSeconds);
        Assert.Equal(100, ApiLimits.SyncCutOff.TotalSeconds);
        Assert.Equal(60, ApiLimits.RateWindow.TotalSeconds);
        Assert.Equal(44_226, ApiLimits.AverageJobTime.TotalMilliseconds);
    }
}
