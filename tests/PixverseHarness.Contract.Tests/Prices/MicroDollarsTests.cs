using System.Globalization;
using CsCheck;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Contract.Tests.Prices;

public sealed class MicroDollarsTests
{
    private static readonly Gen<MicroDollars> Amount = Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000].Select(v => new MicroDollars(v));

    [Fact]
    public void Add_AnyThree_IsCommutativeAssociativeAndUndoneBySubtract() =>
        Gen.Select(Amount, Amount, Amount).Sample((a, b, c) =>
            a + b == b + a && a + b + c == a + (b + c) && a + b - b == a && a + MicroDollars.Zero == a);

    [Fact]
    public void Multiply_ByACount_IsRepeatedAddition() =>
        Gen.Select(Amount, Gen.Int[0, 50]).Sample((a, n) =>
            a * n == Enumerable.Repeat(a, n).Aggregate(MicroDollars.Zero, (sum, x) => sum + x));

    [Fact]
    public void FromDollars_OfToDollars_IsTheSameAmount() =>
        Amount.Sample(a => MicroDollars.FromDollars(a.ToDollars()) == a);

    [Fact]
    public void Compare_AnyTwo_AllWaysAgree() =>
        Gen.Select(Amount, Amount).Sample((a, b) =>
            (a < b) == (a.Value < b.Value) && (a > b) == (b < a) && (a <= b) == !(a > b) && (a >= b) == !(a < b)
            && Math.Sign(a.CompareTo(b)) == Math.Sign(a.Value.CompareTo(b.Value)));

    [Fact]
    public void ToString_AnyAmount_ReadsBackAsDollars() =>
        Amount.Sample(a => decimal.Parse(a.ToString()[1..], CultureInfo.InvariantCulture) == a.ToDollars());

    [Theory]
    [InlineData(0, "$0")]
    [InlineData(375_000, "$0.375")]
    [InlineData(1_000_000, "$1")]
    [InlineData(1, "$0.000001")]
    public void ToString_UnderACommaCulture_HasAPoint(long value, string text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(text, new MicroDollars(value).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("0.3750004", 375_000)]
    [InlineData("0.3750006", 375_001)]
    public void FromDollars_MoreThanSixDecimals_RoundsToTheNearest(string dollars, long expected) =>
        Assert.Equal(expected, MicroDollars.FromDollars(decimal.Parse(dollars, CultureInfo.InvariantCulture)).Value);

    [Fact]
    public void Arithmetic_BeyondTheRange_Throws()
    {
        var most = new MicroDollars(long.MaxValue);
        var least = new MicroDollars(long.MinValue);

        Assert.Throws<OverflowException>(() => most + new MicroDollars(1));
        Assert.Throws<OverflowException>(() => least - new MicroDollars(1));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => MicroDollars.FromDollars(10_000_000_000_000m));
    }
}
