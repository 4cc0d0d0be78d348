using CsCheck;
using PixverseHarness.Contract.Wording;

namespace PixverseHarness.Contract.Tests.Wording;

public sealed class NearestMatchTests
{
    [Theory]
    [InlineData("sede", "seed")]
    [InlineData("SEED", "seed")]
    [InlineData("sed", "seed")]
    [InlineData("simul", "simulate")]
    [InlineData("x", null)]
    [InlineData("unrelated", null)]
    public void Find_AgainstVerbsAndOptions_NamesOnlyWhatIsNear(string value, string? expected) =>
        Assert.Equal(expected, NearestMatch.Find(value, ["doctor", "simulate", "seed"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_KnownPairs_IsTheTextbookOne(string from, string to, int expected) =>
        Assert.Equal(expected, NearestMatch.Distance(from, to));

    [Fact]
    public void Distance_AnyPair_IsSymmetricAndBounded() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 8], Gen.String[Gen.Char["abc"], 0, 8]).Sample((a, b) =>
        {
            var distance = NearestMatch.Distance(a, b);
            Assert.Equal(distance, NearestMatch.Distance(b, a));
            Assert.InRange(distance, Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length));
            Assert.Equal(distance == 0, a == b);
        });
}
