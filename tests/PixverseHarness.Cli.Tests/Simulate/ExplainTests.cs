using System.Text.Json;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Simulate;

/// <summary>What <c>simulate --explain</c> says in advance, and what is said at the end about faults that met nothing.</summary>
public sealed class ExplainTests
{
    private static readonly string Outage = RepositoryRoot.Combine("scenarios/faults/outage-and-recovery.json");

    [Fact]
    public async Task Explain_SameSeed_IsTheSamePageAndServesNothing()
    {
        var first = await new Pixverse().RunAsync("simulate", "--scenario", Outage, "--explain", "--seed", "1");
        var again = await new Pixverse().RunAsync("simulate", "--scenario", Outage, "--explain", "--seed", "1");
        var other = await new Pixverse().RunAsync("simulate", "--scenario", Outage, "--explain", "--seed", "2");

        Assert.Equal((ExitCodes.Ok, first.Output), (first.Code, again.Output));
        Assert.NotEqual(first.Output, other.Output);
        Assert.DoesNotContain("listening", first.Output, StringComparison.Ordinal);
        Assert.Contains("  down        bad_gateway      every call; from 1m to 2m\n", first.Output, StringComparison.Ordinal);
        Assert.Matches("\n  submit   1      degrading from [0-9.]+s to 1m; down from 1m to 2m", first.Output);
    }

    [Fact]
    public async Task Explain_EveryCondition_IsPutIntoWords()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("s.json"), """
            {"purpose":"Words.","twin":{"pace":2,"faults":[
              {"id":"a","fault":"bad_gateway","operations":["status"],"lastAttempt":1,"states":["QUEUED","PROCESSING"]},
              {"id":"b","fault":"bad_gateway","operations":["submit"],"firstAttempt":2,"lastAttempt":3,"keys":["SG_0000000000000000"],"sessions":[""]},
              {"id":"c","fault":"reset_peer","firstAttempt":9,"from":"30s","probability":0.25}
            ]}}
            """);

        var run = await new Pixverse().RunAsync("simulate", "--scenario", folder.File("s.json"), "--explain", "--seed", "1");

        Assert.Contains("  a  bad_gateway  status; the first attempt; while the job is QUEUED or PROCESSING\n", run.Output, StringComparison.Ordinal);
        Assert.Matches("  b  bad_gateway  submit; attempts 2 to 3; with key SG_\\*\\*\\*[0-9a-f]{4}; in session \\(default\\)\n", run.Output);
        Assert.Contains("  c  reset_peer   every call; from attempt 9 on; from 15s on; a share of 0.25\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  submit   2-3    b\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  status   1      a while the job is QUEUED or PROCESSING\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Payloads_PlansEachLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("p.jsonl"), "{\"prompt\":\"one\"}\n\n{\"prompt\":\"two\"}\n");

        var run = await new Pixverse().RunAsync("simulate", "--scenario", Outage, "--explain", "--payloads", folder.File("p.jsonl"), "--output", "json");

        using var document = JsonDocument.Parse(run.Output);
        var plans = document.RootElement.GetProperty("plans");
        Assert.Equal(["{\"prompt\":\"one\"}", "{\"prompt\":\"two\"}"], plans.EnumerateArray().Select(p => p.GetProperty("body").GetString()));
        Assert.Equal(30, plans[0].GetProperty("calls").GetArrayLength());
    }

    [Fact]
    public async Task Explain_WithoutRules_SaysSo()
    {
        var run = await new Pixverse().RunAsync("simulate", "--explain", "--seed", "1");

        Assert.Contains("No fault rules", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_ThatMetNothing_AreNamedAtTheEndInOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("s.json"), """
            {"purpose":"Idle.","twin":{"faults":[{"id":"met","fault":"bad_gateway","operations":["submit"]},{"id":"idle","fault":"reset_peer","operations":["credits"]}]}}
            """);
        await using var twin = await ServedTwin.StartAsync("--port", "0", "--scenario", folder.File("s.json"));

        await twin.SubmitAsync("SG_0123456789abcdef");
        var run = await twin.StopAsync();

        Assert.StartsWith("warning: nothing in this run met the fault \"idle\". Run with --explain to see what would.\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\"met\"", run.Error, StringComparison.Ordinal);
    }
}
