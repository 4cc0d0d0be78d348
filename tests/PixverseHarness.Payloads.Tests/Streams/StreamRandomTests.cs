using CsCheck;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests.Streams;

public sealed class StreamRandomTests
{
    [Fact]
    public void NextInt64_KeyZero_IsThePublishedSequence()
    {
        // The reference implementation's first outputs for seed 0, halved as NextInt64 scales them.
        ulong[] published = [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F];
        var random = new StreamRandom();

        Assert.All(published, bits => Assert.Equal((long)Math.BigMul(bits, (ulong)long.MaxValue, out _), random.NextInt64()));
    }

    [Fact]
    public void Next_AnyRange_StaysInIt() =>
        Gen.Select(Gen.ULong, Gen.Int, Gen.Int).Sample((key, a, b) =>
        {
            var (least, most) = (Math.Min(a, b), Math.Max(a, b));
            var random = new StreamRandom();
            random.Restart(key);

            Assert.InRange(random.Next(least, most), least, Math.Max(least, (long)most - 1));
            Assert.InRange(random.Next(), 0, int.MaxValue - 1);
            Assert.InRange(random.NextDouble(), 0, 1 - 1e-16);
            Assert.InRange(random.NextSingle(), 0, 1 - 1e-8f);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.1)]
    public void Bool_OfBogus_ComesUpWithItsShare(float share)
    {
        var random = new StreamRandomizer();
        random.Restart(5);

        var count = Enumerable.Range(0, 10_000).Count(_ => random.Bool(share));

        var margin = 3 * Math.Sqrt(10_000 * share * (1 - share));
        Assert.InRange(count, (10_000 * share) - margin, (10_000 * share) + margin);
    }

    [Fact]
    public void Restart_SameKey_GivesTheSameNumbers()
    {
        var random = new StreamRandom();
        random.Restart(9);
        var first = Enumerable.Range(0, 20).Select(_ => random.Next(1000)).ToList();

        random.Restart(9);

        Assert.Equal(first, Enumerable.Range(0, 20).Select(_ => random.Next(1000)));
    }

    [Fact]
    public void Next_LeastAboveMost_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new StreamRandom().Next(2, 1));
}
