using PixverseHarness.Cli.Clauses;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Clauses;

public sealed class ClausePageTests
{
    [Fact]
    public void Render_OfTheContract_IsTheCommittedPage() => GoldenFile.Matches("docs/clauses.md", ClausePage.Render());

    [Fact]
    public void Render_EveryClause_HasOneRowThatSaysWhatChecksIt()
    {
        var rows = ClausePage.Render().Split('\n').Where(l => l.StartsWith("| PV-", StringComparison.Ordinal)).ToArray();

        Assert.Equal(ClauseCatalogue.All.Select(c => c.Id), rows.Select(r => r.Split('|')[1].Trim()));
        Assert.All(rows, r => Assert.False(r.EndsWith("|  |", StringComparison.Ordinal) || r.EndsWith("| nothing |", StringComparison.Ordinal), r));
    }
}
