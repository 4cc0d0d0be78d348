using PixverseHarness.Results.Tests.Played;

namespace PixverseHarness.Reporting.Tests;

public sealed class FactsTests
{
    [Theory]
    [InlineData(1e-9, "nothing to check: no job was in flight")]
    [InlineData(0.05, "differs by 0 %")]
    public void Trust_LittlesLaw_SaysWhetherThereWasAnythingToCheck(double rate, string words)
    {
        var measured = PlayedRun.Of(new PlayedRunOptions { Rates = [rate], StepLength = TimeSpan.FromMinutes(1) }).Measure();

        var fact = Facts.Trust(measured, null).Single(static fact => fact.Name.Contains("Little", StringComparison.Ordinal));

        Assert.Contains(words, fact.Line, StringComparison.Ordinal);
    }
}
