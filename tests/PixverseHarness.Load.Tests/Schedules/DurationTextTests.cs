using CsCheck;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Tests.Schedules;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("300ms", 300)]
    [InlineData("1.5s", 1_500)]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("2d", 172_800_000)]
    [InlineData("0s", 0)]
    [InlineData(" 1m30s500ms ", 90_500)]
    public void Parse_Duration_GivesItsMilliseconds(string text, double milliseconds) =>
        Assert.Equal(milliseconds, DurationText.Parse(text).TotalMilliseconds);

    [Theory]
    [InlineData("30", "Duration \"30\" has no unit: write 30s, 30ms or 30m.")]
    [InlineData("1.5", "Duration \"1.5\" has no unit: write 1.5s, 1.5ms or 1.5m.")]
    [InlineData("0", "Duration \"0\" has no unit: write 0s.")]
    public void Parse_BareNumber_IsRefusedWithAHint(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => DurationText.Parse(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("5 minutes")]
    [InlineData("-5s")]
    [InlineData("30m1h")]
    [InlineData("5s5s")]
    [InlineData("1..5s")]
    [InlineData("1,5s")]
    [InlineData("5m30")]
    [InlineData("99999999999d")]
    public void Parse_Nonsense_IsRefusedInOneLineThatQuotesIt(string text)
    {
        var message = Assert.Throws<FormatException>(() => DurationText.Parse(text)).Message;

        Assert.Contains($"\"{text}\"", message, StringComparison.Ordinal);
        Assert.Contains("1h30m", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(300, "300ms")]
    [InlineData(1_500, "1.5s")]
    [InlineData(5_400_000, "1h30m")]
    [InlineData(-2_000, "-2s")]
    public void Format_Duration_IsWhatPeopleWrite(double milliseconds, string text) =>
        Assert.Equal(text, DurationText.Format(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Parse_FormattedDuration_GivesItBack() =>
        Gen.Long[0, 10_000_000_000].Sample(milliseconds =>
        {
            var duration = TimeSpan.FromMilliseconds(milliseconds);
            return DurationText.Parse(DurationText.Format(duration)) == duration;
        });
}
