using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Tests.Schedules;

public sealed class RateTests
{
    [Theory]
    [InlineData("5/s", 5)]
    [InlineData("30/m", 0.5)]
    [InlineData("30/1m", 0.5)]
    [InlineData("0.5/s", 0.5)]
    [InlineData("360/h", 0.1)]
    [InlineData("15 / 30s", 0.5)]
    [InlineData("0/s", 0)]
    public void Parse_Rate_GivesJobsPerSecond(string text, double perSecond) =>
        Assert.Equal(perSecond, Rate.Parse(text).EachSecond, precision: 12);

    [Theory]
    [InlineData("5", "Rate \"5\" does not say per what: write 5/s or 5/m.")]
    [InlineData("fast", "Rate \"fast\" is not understood: write jobs per time, such as 5/s, 30/m or 30/1m.")]
    [InlineData("-1/s", "Rate \"-1/s\" is not understood: write jobs per time, such as 5/s, 30/m or 30/1m.")]
    [InlineData("5/0s", "Rate \"5/0s\" has no valid time after the slash: write s, m, h or a duration, such as 5/s, 5/m or 5/30s.")]
    [InlineData("5/10", "Rate \"5/10\" has no valid time after the slash: write s, m, h or a duration, such as 5/s, 5/m or 5/30s.")]
    public void Parse_Nonsense_SaysWhatToWrite(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Rate.Parse(text)).Message);

    [Theory]
    [InlineData("5/s", "5/s")]
    [InlineData("30/1m", "30/m")]
    [InlineData("15/30s", "15/30s")]
    public void ToString_Rate_IsTheShortestText(string text, string shortest) => Assert.Equal(shortest, Rate.Parse(text).ToString());
}
