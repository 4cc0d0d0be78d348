using CsCheck;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Combinatorics;

namespace PixverseHarness.Payloads.Tests.Combinatorics;

public sealed class CoveringArrayTests
{
    [Fact]
    public void Pairwise_AnySeed_HoldsEveryPairInAtMost36ValidRows() =>
        Gen.ULong.Sample(seed => AssertCovers(CoveringArray.Pairwise(seed), lowerBound: 30, most: 36), iter: 10);

    [Fact]
    public void ThreeWay_AnySeed_HoldsEveryTripleInAtMost150ValidRows() =>
        Gen.ULong.Sample(seed => AssertCovers(CoveringArray.ThreeWay(seed), lowerBound: 120, most: 150), iter: 3);

    [Fact]
    public void Pairwise_AnyRowTakenAway_LacksAPair()
    {
        var requests = RequestsOf(CoveringArray.Pairwise(1));

        for (var row = 0; row < requests.Count; row++)
        {
            Assert.NotEmpty(TupleCoverage.Of(requests.Where((_, i) => i != row), 2).Missing);
        }
    }

    [Fact]
    public void Violations_Pairwise_HaveOneBadValueThatMeetsEveryOtherValue()
    {
        var array = CoveringArray.Pairwise(1);

        foreach (var group in array.Violations.GroupBy(p => p.Label.Parameter, StringComparer.Ordinal))
        {
            var met = new HashSet<(string, string)>();
            foreach (var payload in group)
            {
                var reading = RequestReader.Read(payload.Body, ApiProfile.Documented);
                var fault = Assert.Single(reading.Faults);
                Assert.Equal((group.Key, ParameterFaultKind.NotAllowed), (fault.Parameter, fault.Kind));
                met.UnionWith(TupleCoverage.LevelsOf(reading.Request).Select(l => (l.Key, l.Value)));
            }

            var others = Factor.All.Where(f => f.Name != group.Key).SelectMany(f => f.Levels.Select(l => (f.Name, l)));
            Assert.Subset(met, others.ToHashSet());
        }

        Assert.Equal(5, array.Violations.Select(p => p.Label.Parameter).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Factors_OfTheArrays_AreTheParametersAndValuesOfTheContract() =>
        Assert.Equal(
            ParameterCatalogue.All.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, string.Join(' ', p.Allowed.Order()))),
            Factor.All.OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => (f.Name, string.Join(' ', f.Levels.Where(l => !l.StartsWith('(')).Order()))));

    private static void AssertCovers(CoveringArray array, int lowerBound, int most)
    {
        Assert.All(array.Rows, p => Assert.Empty(RequestReader.Read(p.Body, Profiles.Strict).Faults));
        Assert.Empty(TupleCoverage.Of(RequestsOf(array), array.Strength).Missing);
        Assert.Equal(lowerBound, array.LowerBound);
        Assert.InRange(array.Rows.Length, lowerBound, most);
    }

    private static List<VideoRequest> RequestsOf(CoveringArray array) =>
        [.. array.Rows.Select(p => RequestReader.Read(p.Body, ApiProfile.Documented).Request)];
}
