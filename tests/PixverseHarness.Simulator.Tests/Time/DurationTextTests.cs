using System.Globalization;
using CsCheck;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Tests.Time;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("300ms", 0.3)]
    [InlineData("1.5s", 1.5)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("2d", 172800)]
    public void Parse_DurationWithUnits_IsRead(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 s")]
    [InlineData("-5s")]
    [InlineData("s")]
    [InlineData("1e9s")]
    [InlineData("5s\n")]
    [InlineData("999999999d")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Null(DurationText.Parse(text));

    [Fact]
    public void Parse_AnyNumberOfTicks_IsReadExactly() =>
        Gen.Long[0, TimeSpan.TicksPerDay].Sample(
            ticks => Assert.Equal(ticks, DurationText.Parse($"{(ticks / 1e7m).ToString("0.#######", CultureInfo.InvariantCulture)}s")?.Ticks));
}
