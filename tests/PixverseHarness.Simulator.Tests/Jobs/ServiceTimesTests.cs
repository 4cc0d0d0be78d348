using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Randomness;

namespace PixverseHarness.Simulator.Tests.Jobs;

public sealed class ServiceTimesTests
{
    private static readonly VideoRequest Plain = new() { Prompt = "fox" };

    [Fact]
    public void DrawService_ManyDraws_MeetThePublishedFigures()
    {
        var seconds = Draw(Plain, 200_000);

        Assert.InRange(Quantile(seconds, 0.5), 41.7, 42.3);
        Assert.InRange(Quantile(seconds, 0.95), 71, 73);
        Assert.InRange(seconds.Average(), 43.9, 44.6);
    }

    [Theory]
    [InlineData(Quality.P540, ClipDuration.EightSeconds, MotionMode.Normal, 1.6)]
    [InlineData(Quality.P1080, ClipDuration.FiveSeconds, MotionMode.Normal, 1.5)]
    [InlineData(Quality.P540, ClipDuration.FiveSeconds, MotionMode.Fast, 0.7)]
    public void DrawService_OtherCombinations_ScaleTheMedian(Quality quality, ClipDuration duration, MotionMode mode, double factor)
    {
        var seconds = Draw(Plain with { Quality = quality, Duration = duration, MotionMode = mode }, 50_000);

        Assert.InRange(Quantile(seconds, 0.5) / (42 * factor), 0.985, 1.015);
    }

    [Fact]
    public void DrawQueue_Idle_TakesBetween20And320Milliseconds()
    {
        var random = new FateStream(1);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.InRange(ServiceTimes.DrawQueue(ref random).TotalMilliseconds, 20, 320);
        }
    }

    private static double[] Draw(VideoRequest request, int count)
    {
        var random = new FateStream(42);
        var seconds = new double[count];
        for (var i = 0; i < count; i++)
        {
            seconds[i] = ServiceTimes.DrawService(ref random, request).TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds;
    }

    private static double Quantile(double[] sorted, double p) => sorted[(int)(p * (sorted.Length - 1))];
}
