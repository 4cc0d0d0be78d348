using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Tests.Verify;

/// <summary>A right implementation that knows nothing of ours: no triggers, no sessions to arrange, a clock that nobody can move far.</summary>
public sealed class RehearsedTargetTests
{
    [Theory]
    [InlineData("documented")]
    [InlineData("observed")]
    public async Task Suite_ForeignImplementation_FindsNothingAndSaysWhatItCouldNotSee(string profile)
    {
        var result = await RunAsync(new TwinOptions { Profile = ApiProfile.Find(profile)!, Triggers = false });

        Assert.Empty(result.Findings.Select(f => $"{f.Clause} {f.Where}: {f.Seen}"));
        Assert.Empty(result.OwnFaults);
        Assert.InRange(result.Count(ClauseVerdict.Held), 100, 219);
        Assert.All(result.Clauses.Where(c => c.Verdict == ClauseVerdict.NotChecked), c => Assert.NotEqual("no check speaks of it", c.Reason));
    }

    [Theory]
    [InlineData("status:submit:201")]
    [InlineData("regress-once")]
    [InlineData("price-540p")]
    [InlineData("r1-unchecked")]
    public async Task Suite_ForeignImplementationThatIsWrong_IsFound(string mutant)
    {
        var result = await RunAsync(new TwinOptions { Triggers = false, Mutant = MutantCatalogue.Find(mutant) });

        Assert.True(result.HasErrors);
    }

    private static Task<SuiteResult> RunAsync(TwinOptions options) => new VerificationSuite().RunAsync(
        new RehearsedTarget(new EmbeddedTarget(options), isTwin: false, (_, _, _) => { }), new SuiteOptions(), CancellationToken.None);
}
