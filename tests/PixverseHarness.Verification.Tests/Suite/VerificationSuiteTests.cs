using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Verification.Tests.Suite;

public sealed class VerificationSuiteTests
{
    private const string Clause = "PV-CREDITS-001";
    private const string Other = "PV-LOOKUP-001";

    [Fact]
    public async Task RunAsync_OneClauseBroken_HidesNoOther()
    {
        var result = await RunAsync(new LookingCheck(Clause, ok: false), new LookingCheck(Other, ok: true));

        Assert.Equal(ClauseVerdict.Violated, VerdictOf(result, Clause));
        Assert.Equal(ClauseVerdict.Held, VerdictOf(result, Other));
    }

    [Fact]
    public async Task RunAsync_CheckThatThrows_IsAFaultOfOursAndHidesNoOther()
    {
        var result = await RunAsync(new ThrowingCheck(), new LookingCheck(Other, ok: true));

        Assert.Equal(ClauseVerdict.NotChecked, VerdictOf(result, Clause));
        Assert.Equal(ClauseVerdict.Held, VerdictOf(result, Other));
        Assert.Contains("throwing", Assert.Single(result.OwnFaults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownClause_IsObservedAndNeverViolated()
    {
        var result = await RunAsync(new LookingCheck("PV-BODY-013", ok: false));

        Assert.Equal(ClauseVerdict.Observed, VerdictOf(result, "PV-BODY-013"));
        Assert.False(result.HasErrors);
    }

    [Fact]
    public async Task RunAsync_ClauseOfAnotherProfile_IsPassedOver()
    {
        var result = await RunAsync(new LookingCheck("PV-CREDITS-007", ok: false));

        Assert.Equal(ClauseVerdict.OtherProfile, VerdictOf(result, "PV-CREDITS-007"));
        Assert.False(result.CheckedAnything);
    }

    [Fact]
    public async Task RunAsync_SameDifferenceTwice_IsOneFindingWithTheSameId()
    {
        var first = await RunAsync(new LookingCheck(Clause, ok: false, times: 3));
        var second = await RunAsync(new LookingCheck(Clause, ok: false));

        Assert.Equal(Assert.Single(first.Findings).Id, Assert.Single(second.Findings).Id);
    }

    [Fact]
    public async Task RunAsync_Finding_NamesPlaceExpectationAndCommandButNoKey()
    {
        var result = await RunAsync(new LookingCheck(Clause, ok: false));

        var finding = Assert.Single(result.Findings);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.Equal("GET /v1/get-user-credits status", finding.Where);
        Assert.Equal("status 418", finding.Expected);
        Assert.StartsWith("curl -sS -i 'http://script.invalid/v1/get-user-credits' -H \"x-api-key: $SEGMIND_API_KEY\"", finding.Curl, StringComparison.Ordinal);
        Assert.DoesNotContain("SG_0000000000000001", finding.Curl + result.Scripts[finding.Id], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StopAtFirst_LeavesTheRest()
    {
        var suite = new VerificationSuite([new LookingCheck(Clause, ok: false), new LookingCheck(Other, ok: true)]);

        var result = await suite.RunAsync(Target(), new SuiteOptions { StopAtFirst = true }, CancellationToken.None);

        Assert.Equal(ClauseVerdict.NotChecked, VerdictOf(result, Other));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public void Plan_MostSpend_LetsOnlySoMuchBeSpentAndPutsTheFreeFirst(int dollars, int checks)
    {
        var suite = new VerificationSuite([new PayingCheck("a"), new LookingCheck(Clause, ok: true), new PayingCheck("b")]);

        var plan = suite.Plan(new SuiteOptions { MostSpend = MicroDollars.FromDollars(dollars) });

        Assert.Equal(checks, plan.Length);
        Assert.Equal(CheckCost.Free, plan[0].Cost);
    }

    private static Task<SuiteResult> RunAsync(params ClauseCheck[] checks) =>
        new VerificationSuite([.. checks]).RunAsync(Target(), new SuiteOptions(), CancellationToken.None);

    private static ScriptedTarget Target() => new(_ => ScriptedTarget.Json(200, "{}"));

    private static ClauseVerdict VerdictOf(SuiteResult result, string clause) => result.Clauses.Single(c => c.Clause.Id == clause).Verdict;

    private sealed class LookingCheck(string clause, bool ok, int times = 1) : ClauseCheck
    {
        public override ImmutableArray<string> Clauses => [clause];

        public override CheckCost Cost => CheckCost.Free;

        public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
        {
            var conversation = await run.OpenAsync(cancellationToken);
            var answer = await conversation!.CreditsAsync(cancellationToken);
            for (var time = 0; time < times; time++)
            {
                run.Judge.Status(clause, answer, ok ? 200 : 418);
            }
        }
    }

    private sealed class ThrowingCheck : ClauseCheck
    {
        public override ImmutableArray<string> Clauses => [Clause];

        public override CheckCost Cost => CheckCost.Free;

        public override Task RunAsync(CheckRun run, CancellationToken cancellationToken) => throw new InvalidOperationException("planted");
    }

    private sealed class PayingCheck(string name) : ClauseCheck
    {
        public override ImmutableArray<string> Clauses => [Other];

        public override CheckCost Cost => CheckCost.Paid;

        public override ImmutableArray<Expense> Expenses => [new(name, MicroDollars.FromDollars(1))];

        public override Task RunAsync(CheckRun run, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
