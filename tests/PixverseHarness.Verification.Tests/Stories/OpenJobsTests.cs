using System.Collections.Immutable;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Stories;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Verification.Tests.Stories;

/// <summary>On a target with one account, what one conversation left running ends before the next begins.</summary>
public sealed class OpenJobsTests
{
    [Fact]
    public async Task OpenAsync_JobLeftRunning_IsWaitedFor()
    {
        var asked = 0;
        var credits = -1;
        var target = new ScriptedTarget(request => request.RequestUri!.AbsolutePath switch
        {
            "/v1/get-user-credits" => Credits(),
            "/v2/requests/j1/status" => Status(++asked < 4 ? "PROCESSING" : "COMPLETED"),
            _ => ScriptedTarget.Json(200, """{"request_id":"j1","status":"QUEUED"}"""),
        });

        await new VerificationSuite([new LeavingCheck(), new CountingCheck()]).RunAsync(target, new SuiteOptions(), CancellationToken.None);

        Assert.Equal(4, credits);

        HttpResponseMessage Credits()
        {
            credits = asked;
            return ScriptedTarget.Json(200, "{}");
        }
    }

    [Fact]
    public async Task OpenAsync_JobWhoseStatusIsNeverTold_IsGivenUp()
    {
        var asked = 0;
        var target = new ScriptedTarget(request => request.RequestUri!.AbsolutePath switch
        {
            "/v2/requests/j1/status" => ScriptedTarget.Json(404, $$"""{"error":"{{++asked}}"}"""),
            _ => ScriptedTarget.Json(200, """{"request_id":"j1","status":"QUEUED"}"""),
        });

        await new VerificationSuite([new LeavingCheck(), new CountingCheck(), new CountingCheck()]).RunAsync(target, new SuiteOptions(), CancellationToken.None);

        Assert.Equal(20, asked);
    }

    private static HttpResponseMessage Status(string state) => ScriptedTarget.Json(200, $$"""{"status":"{{state}}"}""");

    private sealed class LeavingCheck : ClauseCheck
    {
        public override ImmutableArray<string> Clauses => ["PV-SUBMIT-001"];

        public override CheckCost Cost => CheckCost.Free;

        public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken) =>
            await (await run.OpenAsync(cancellationToken))!.SubmitAsync(JobStories.Plain, cancellationToken);
    }

    private sealed class CountingCheck : ClauseCheck
    {
        public override ImmutableArray<string> Clauses => ["PV-CREDITS-001"];

        public override CheckCost Cost => CheckCost.Free;

        public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
        {
            var conversation = (await run.OpenAsync(cancellationToken))!;
            Assert.NotNull(await conversation.CreditsAsync(cancellationToken));
        }
    }
}
