using CsCheck;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Tests.Statistics;

public sealed class KaplanMeierTests
{
    [Fact]
    public void Quantile_NothingCensored_IsTheNearestRank() =>
        Gen.Select(Gen.Long[0, 2000].Array[1, 60], Gen.Int[1, 99]).Sample((values, percent) =>
        {
            var sorted = values.Order().ToArray();
            var rank = (int)Math.Max(1, Math.Ceiling((percent * sorted.Length / 100.0) - 1e-9));

            return KaplanMeier.Quantile(Distribution.Of(values), Distribution.Empty, percent / 100.0) == sorted[rank - 1];
        });

    [Fact]
    public void Quantile_TextbookSample_FollowsTheProductLimit()
    {
        // Times 6,6,6,7,10,13,16,22,23 with censoring at 6,9,10,11,17,19,20,25,32,32,34,35: the treated arm of Freireich's
        // leukaemia trial. S(6)=0.857, S(7)=0.807, S(10)=0.753, S(13)=0.690, S(16)=0.627, S(22)=0.538, S(23)=0.448.
        var events = Distribution.Of([6, 6, 6, 7, 10, 13, 16, 22, 23]);
        var censored = Distribution.Of([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);

        Assert.Equal(23, KaplanMeier.Quantile(events, censored, 0.50));
        Assert.Equal(13, KaplanMeier.Quantile(events, censored, 0.30));
        Assert.Equal(7, KaplanMeier.Quantile(events, censored, 0.15));
        Assert.Null(KaplanMeier.Quantile(events, censored, 0.56));
    }

    [Fact]
    public void Quantile_TenPercentNeverEnd_P95IsNotReached()
    {
        var events = Distribution.Of(Enumerable.Range(1, 90).Select(value => (long)value));
        var censored = Distribution.Of(Enumerable.Repeat(1000L, 10));

        Assert.Null(KaplanMeier.Quantile(events, censored, 0.95));
        Assert.Equal(50, KaplanMeier.Quantile(events, censored, 0.50));
    }

    [Fact]
    public void Quantile_NoValues_IsNull() => Assert.Null(KaplanMeier.Quantile(Distribution.Empty, Distribution.Empty, 0.5));
}
