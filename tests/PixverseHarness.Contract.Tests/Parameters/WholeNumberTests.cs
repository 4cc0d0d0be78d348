using System.Globalization;
using System.Text.Json;
using CsCheck;
using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class WholeNumberTests
{
    [Theory]
    [InlineData("5", 5L)]
    [InlineData("5.0", 5L)]
    [InlineData("5e0", 5L)]
    [InlineData("5E+0", 5L)]
    [InlineData("0.5e1", 5L)]
    [InlineData("50e-1", 5L)]
    [InlineData("-0.0", 0L)]
    [InlineData("0e99999999999", 0L)]
    [InlineData("1e18", 1_000_000_000_000_000_000L)]
    [InlineData("9223372036854775807.000", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void TryRead_WholeValue_GivesIt(string literal, long expected)
    {
        Assert.True(WholeNumber.TryRead(literal, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("5.5")]
    [InlineData("5.00000000000000000000000000000000001")]
    [InlineData("1e-400")]
    [InlineData("1e400")]
    [InlineData("1e99999999999")]
    [InlineData("1e-99999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    public void TryRead_NotWholeOrBeyond64Bits_Refuses(string literal) => Assert.False(WholeNumber.TryRead(literal, out _));

    [Fact]
    public void TryRead_AnyIntegerWithMovedPoint_GivesTheInteger() =>
        Gen.Select(Gen.Long.Where(n => n != 0), Gen.Int[0, 30]).Sample((number, shift) =>
        {
            var literal = number.ToString(CultureInfo.InvariantCulture) + new string('0', shift) + "e-" + shift.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(JsonValueKind.Number, JsonDocument.Parse(literal).RootElement.ValueKind);
            Assert.True(WholeNumber.TryRead(literal, out var value));
            Assert.Equal(number, value);
        });
}
