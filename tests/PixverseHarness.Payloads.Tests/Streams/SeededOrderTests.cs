using CsCheck;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests.Streams;

public sealed class SeededOrderTests
{
    [Fact]
    public void CaseAt_AnyCountAndRound_HoldsEachCaseOnce() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 400], Gen.Int[0, 1_000_000]).Sample((seed, count, round) =>
        {
            var order = new SeededOrder(seed, "test", count);

            var cases = Enumerable.Range(0, count).Select(i => order.CaseAt(((long)round * count) + i)).ToList();

            Assert.Equal(Enumerable.Range(0, count), cases.Order());
        });

    [Fact]
    public void CaseAt_NextRound_ComesInAnotherOrder()
    {
        var order = new SeededOrder(1, "test", 300);

        Assert.NotEqual(Enumerable.Range(0, 300).Select(i => order.CaseAt(i)), Enumerable.Range(300, 300).Select(i => order.CaseAt(i)));
    }

    [Fact]
    public void CaseAt_LastPosition_IsDefined() => Assert.InRange(new SeededOrder(1, "test", 300).CaseAt(long.MaxValue), 0, 299);
}
