using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Contract.Tests.Prices;

public sealed class PriceTableTests
{
    /// <summary>The matrix of section 10: dollars by quality, duration and motion.</summary>
    public static TheoryData<Quality, ClipDuration, MotionMode, decimal> Matrix => new()
    {
        { Quality.P360, ClipDuration.FiveSeconds, MotionMode.Normal, 0.375m },
        { Quality.P360, ClipDuration.FiveSeconds, MotionMode.Fast, 0.75m },
        { Quality.P360, ClipDuration.EightSeconds, MotionMode.Normal, 0.75m },
        { Quality.P540, ClipDuration.FiveSeconds, MotionMode.Normal, 0.375m },
        { Quality.P540, ClipDuration.FiveSeconds, MotionMode.Fast, 0.75m },
        { Quality.P540, ClipDuration.EightSeconds, MotionMode.Normal, 0.75m },
        { Quality.P720, ClipDuration.FiveSeconds, MotionMode.Normal, 0.50m },
        { Quality.P720, ClipDuration.FiveSeconds, MotionMode.Fast, 1.00m },
        { Quality.P720, ClipDuration.EightSeconds, MotionMode.Normal, 1.00m },
        { Quality.P1080, ClipDuration.FiveSeconds, MotionMode.Normal, 1.00m },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void PriceOf_ValidCombination_IsThatOfTheMatrix(Quality quality, ClipDuration duration, MotionMode motion, decimal dollars) =>
        Assert.Equal(dollars, PriceTable.PriceOf(quality, duration, motion).ToDollars());

    [Fact]
    public void PriceOf_EveryRequest_DependsOnNothingElseAndStaysInThePublishedRange()
    {
        Assert.All(EnumCombination.AllValid, c =>
        {
            var price = PriceTable.PriceOf(c.ToRequest("x"));
            Assert.Equal(PriceTable.PriceOf(c.Quality, c.Duration, c.MotionMode), price);
            Assert.InRange(price.Value, PriceTable.Lowest.Value, PriceTable.Highest.Value);
        });
        Assert.Equal((0.375m, 1m), (PriceTable.Lowest.ToDollars(), PriceTable.Highest.ToDollars()));
    }

    [Theory]
    [InlineData(Quality.P360, ClipDuration.EightSeconds, MotionMode.Fast)]
    [InlineData(Quality.P720, ClipDuration.EightSeconds, MotionMode.Fast)]
    [InlineData(Quality.P1080, ClipDuration.EightSeconds, MotionMode.Normal)]
    [InlineData(Quality.P1080, ClipDuration.FiveSeconds, MotionMode.Fast)]
    [InlineData(Quality.P1080, ClipDuration.EightSeconds, MotionMode.Fast)]
    public void PriceOf_CombinationThatBreaksARule_IsNeverAboveTheHighest(Quality quality, ClipDuration duration, MotionMode motion) =>
        Assert.InRange(PriceTable.PriceOf(quality, duration, motion).Value, PriceTable.Lowest.Value, PriceTable.Highest.Value);
}
