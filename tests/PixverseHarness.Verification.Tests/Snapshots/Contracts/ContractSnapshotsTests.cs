using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Snapshots.Contracts;

namespace PixverseHarness.Verification.Tests.Snapshots.Contracts;

public sealed class ContractSnapshotsTests
{
    [Fact]
    public void Cases_EveryCauseOfEveryOperation_IsOne()
    {
        var wanted = from spec in Operations.All
                     from cause in ErrorCauses.All
                     where cause.AppliesTo(spec.Operation)
                     select $"Contract.{spec.Operation}_profile=observed_answer={cause.Name}";
        var cases = ContractSnapshots.Cases.Select(c => c.NameUnder(ApiProfile.Observed)).ToList();

        Assert.Empty(wanted.Except(cases, StringComparer.Ordinal));
        Assert.Equal(cases.Count, cases.Distinct(StringComparer.Ordinal).Count());
        Assert.All(cases, name => Assert.True(ContractSnapshots.Covers(name, ApiProfile.Observed)));
        Assert.All(cases, name => Assert.False(ContractSnapshots.Covers(name, ApiProfile.Documented)));
    }

    [Fact]
    public async Task TakeAsync_NothingToSpend_SendsNoBodyThatCouldBecomeAJob()
    {
        var bodies = new List<string>();
        var target = new ScriptedTarget(request =>
        {
            bodies.Add(request.Content?.ReadAsStringAsync().GetAwaiter().GetResult() ?? "");
            return ScriptedTarget.Json(400, """{"error":"no"}""");
        });

        var taking = await ContractSnapshots.TakeAsync(target, MicroDollars.Zero, CancellationToken.None);

        Assert.All(bodies, body => Assert.True(body is "" or "{}", body));
        Assert.Contains(taking.Taken, s => s.Name == "Contract.Submit_profile=documented_answer=missing_key");
        Assert.Equal("it may cost up to $0.375", taking.NotTaken["Contract.Submit_profile=documented_answer=accepted"]);
        Assert.Equal("the target cannot be made to answer forbidden", taking.NotTaken["Contract.Submit_profile=documented_answer=forbidden"]);
    }

    [Fact]
    public async Task TakeAsync_TargetThatDoesNotAnswer_PinsNothing()
    {
        var taking = await ContractSnapshots.TakeAsync(new ScriptedTarget(_ => throw new HttpRequestException("The connection was reset.")), null, CancellationToken.None);

        Assert.Empty(taking.Taken);
        Assert.Equal("no answer: The connection was reset", taking.NotTaken["Conversations.UnknownId_profile=documented"]);
    }
}
