using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Results.Findings;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.TestKit;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Tests.Verify;

/// <summary>
/// For every clause that can be checked, a mutant that violates it. The pairs stand in <c>proof.txt</c>; the whole matrix,
/// every mutant against every clause, is that of <c>pixverse verify --self-test</c>.
/// </summary>
public sealed class ProofTests
{
    private static readonly Dictionary<string, string> Pairs = File
        .ReadLines(RepositoryRoot.Combine("tests/PixverseHarness.Cli.Tests/Verify/proof.txt"))
        .Select(line => line.Split(' '))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    [Fact]
    public void Proof_EveryClauseThatCanBeChecked_HasAMutant() =>
        Assert.Equal(SelfTest.ToProve.Select(c => c.Id).Order(StringComparer.Ordinal), Pairs.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Verify_TheMutantOfAClause_ViolatesTheClause()
    {
        var survivors = new List<string>();
        foreach (var (id, name) in Pairs)
        {
            if (await VerdictAsync(ClauseCatalogue.Find(id)!, MutantCatalogue.Find(name)!) != ClauseVerdict.Violated)
            {
                survivors.Add($"{id} {name}");
            }
        }

        Assert.Empty(survivors);
    }

    private static async Task<ClauseVerdict> VerdictAsync(Clause clause, Mutant mutant)
    {
        var profile = SelfTest.Profiles.First(p => clause.HoldsUnder(p) && SelfTest.Holds(mutant, p));
        var target = new EmbeddedTarget(new TwinOptions { Seed = 1, Profile = profile, Mutant = mutant });
        var options = new SuiteOptions { Clauses = [clause.Id], StopAtFirst = true, ShrinkRequests = 0 };
        return (await new VerificationSuite().RunAsync(target, options, CancellationToken.None)).Clauses[0].Verdict;
    }
}
