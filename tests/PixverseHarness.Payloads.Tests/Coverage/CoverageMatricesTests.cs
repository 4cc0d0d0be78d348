using PixverseHarness.Payloads.Coverage;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests.Coverage;

public sealed class CoverageMatricesTests
{
    [Fact]
    public void OfViolations_OneRound_HasNoGap()
    {
        var matrix = CoverageMatrices.OfViolations(Round(new ViolatingPayloads(1)));

        Assert.Empty(matrix.Missing);
        Assert.InRange(matrix.Required, 60, 10 * matrix.Families.Length);
    }

    [Fact]
    public void OfBoundaries_OneRound_HasNoGap() => Assert.Empty(CoverageMatrices.OfBoundaries(Round(new BoundaryPayloads(1))).Missing);

    [Fact]
    public void OfViolations_AnyFamilyOfAParameterForgotten_NamesTheGap()
    {
        var all = Round(new ViolatingPayloads(1)).ToList();
        foreach (var cell in all.Select(p => (p.Label.Family, p.Label.Parameter)).Distinct())
        {
            var matrix = CoverageMatrices.OfViolations(all.Where(p => (p.Label.Family, p.Label.Parameter) != cell));

            Assert.Equal([$"{cell.Family}/{cell.Parameter}"], matrix.Missing);
            Assert.Equal(0, matrix.CountOf(cell.Parameter, cell.Family));
        }
    }

    [Fact]
    public void CountOf_CellThatTheContractCannotBreak_IsNull()
    {
        var matrix = CoverageMatrices.OfViolations([]);

        Assert.Null(matrix.CountOf("style", "null"));
        Assert.Null(matrix.CountOf("duration", "wrong_case"));
        Assert.Equal(0, matrix.CountOf("quality", "wrong_case"));
    }

    private static IEnumerable<Payload> Round(IPayloadRounds source) => source.OneRound();
}
