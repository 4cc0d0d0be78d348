using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Combinatorics;

namespace PixverseHarness.Payloads.Tests.Combinatorics;

public sealed class TupleCoverageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Required_AnyStrength_IsWhatBruteForceFindsInTheValidSpace(int strength)
    {
        var all = EnumCombination.AllValid.SelectMany(c => new[] { "a fox", "狐" }.SelectMany(prompt => new[] { c.ToRequest(prompt) }
            .SelectMany(r => new[] { r, r with { Seed = 1 } })
            .SelectMany(r => new[] { r, r with { NegativePrompt = "blur" } }))).ToList();

        var coverage = TupleCoverage.Of(all, strength);
        var held = coverage.Groups.Sum(g => all.Select(r => string.Join('|', g.Parameters.Select(p => TupleCoverage.LevelsOf(r)[p])))
            .Distinct(StringComparer.Ordinal).Count());

        Assert.Empty(coverage.Missing);
        Assert.Equal(held, coverage.Required);
    }

    [Fact]
    public void Missing_NoRequest_IsEverythingRequired()
    {
        var coverage = TupleCoverage.Of([], 2);

        Assert.Equal(coverage.Required, coverage.Missing.Count());
        Assert.Contains("duration=8, quality=540p", coverage.Missing);
        Assert.DoesNotContain("duration=8, quality=1080p", coverage.Missing);
        Assert.DoesNotContain("duration=8, motion_mode=fast", coverage.Missing);
    }
}
