using System.Text.Json;
using PixverseHarness.Cli.Demo;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Tests.Demo;

public sealed class DemoVerbTests
{
    [Fact]
    public async Task RunAsync_Seeds1To5_ShowEveryOutcomeWithItsStatusAndAgreeWithTheTwin()
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, 5).Select(seed => Touring().RunAsync("demo", "--seed", $"{seed}", "--output", "json")));

        Assert.All(runs, run =>
        {
            using var document = JsonDocument.Parse(run.Output);
            var outcomes = document.RootElement.GetProperty("outcomes").EnumerateArray().ToArray();
            Assert.Equal(ExitCodes.Ok, run.Code);
            Assert.Equal(
                ["completed 200", "moderated 422", "failed-late 422", "expired 404", "out-of-credits 406", "rate-limited 429", "unauthorised 401"],
                outcomes.Select(o => $"{o.GetProperty("outcome")} {Assert.Single(o.GetProperty("statuses").EnumerateArray())}"));
            Assert.All(outcomes, o => Assert.True(o.GetProperty("client").GetInt32() > 0));
            Assert.True(outcomes.Sum(o => o.GetProperty("client").GetInt32()) >= 24);
        });
    }

    [Fact]
    public async Task RunAsync_Plain_PrintsSeedProgressTableLedgerAndThreeNextCommands()
    {
        var run = await Touring().RunAsync("demo");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.StartsWith("seed 77\nA twin listens on http://127.0.0.1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nsent 44 requests: 38 accepted, 6 refused\ntwin's clock +1m: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\noutcome         HTTP  client  twin\ncompleted       200   29      29\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nThe ledger: 38 jobs accepted, 32 charged $", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, run.Output.Split("Try next:\n")[1].Trim().Split('\n').Count(l => l.Trim().StartsWith("pixverse ", StringComparison.Ordinal)));
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task RunAsync_OnATerminal_DrawsABarAndATable()
    {
        var pixverse = Touring();
        pixverse.Terminal = new TerminalFacts(true, true, 100);

        var run = await pixverse.RunAsync("demo", "--seed", "1");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Contains("\u001b[", run.Output, StringComparison.Ordinal);
        Assert.Contains("━", run.Output, StringComparison.Ordinal);
        Assert.Contains("│ 29     │ 29   │", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ATwinThatDoesOtherwiseThanPlanned_NamesTheMismatchAndExits1()
    {
        var pixverse = Touring();
        pixverse.Verbs = () => [new DemoVerb(seed => new DemoPlan(seed) { Twin = new DemoPlan(seed).Twin with { FailureRate = 1 } })];

        var run = await pixverse.RunAsync("demo");

        Assert.Equal(ExitCodes.Findings, run.Code);
        Assert.Contains("MISMATCH completed: client and plan: 0, expected 29", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("agree.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Stopped_Exits105()
    {
        var pixverse = Touring();
        await pixverse.Stop.CancelAsync();

        var run = await pixverse.RunAsync("demo");

        Assert.Equal(ExitCodes.Interrupted, run.Code);
    }

    private static Pixverse Touring() => new() { Clock = Pixverse.RealClock };
}
