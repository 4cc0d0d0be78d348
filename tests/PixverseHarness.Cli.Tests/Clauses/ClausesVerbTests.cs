using System.Text.Json;
using PixverseHarness.Cli.Clauses;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Cli.Tests.Clauses;

public sealed class ClausesVerbTests
{
    [Fact]
    public async Task RunAsync_Plain_PrintsOneLineAClauseAndASummary()
    {
        var run = await Listing().RunAsync("clauses");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal(
            """
            PV-STATUS-001  documented   A failed job answers 422. [API page, section 6]
            PV-CREDITS-01  second-hand  A bare account answers 402. (with credits=402) [error pages, section 8]
            2 clauses: 1 documented, 1 second-hand

            """,
            run.Output);
    }

    [Theory]
    [InlineData("--area", "CREDITS", "PV-CREDITS-01")]
    [InlineData("--confidence", "documented", "PV-STATUS-001")]
    [InlineData("--profile", "observed", "PV-STATUS-001", 2)]
    [InlineData("--profile", "documented", "PV-STATUS-001")]
    [InlineData("--cause", "insufficient_credits", "PV-CREDITS-01")]
    public async Task RunAsync_Filtered_PrintsOnlyWhatMatches(string option, string value, string first, int count = 1)
    {
        var run = await Listing().RunAsync("clauses", option, value);

        Assert.StartsWith(first, run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n{count} clause", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownArea_NamesTheNearestAndAll()
    {
        var run = await Listing().RunAsync("clauses", "--area", "CREDIT");

        Assert.StartsWith("error PXH0106: --area: \"CREDIT\" is not allowed. Did you mean \"CREDITS\"? Allowed: STATUS, CREDITS.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NothingMatches_Exits2WithAMessage()
    {
        var run = await Listing().RunAsync("clauses", "--area", "STATUS", "--cause", "insufficient_credits");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error PXH0401: none of the 2 clauses passes all of", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Json_IsADocumentWithEverythingThatIsKnown()
    {
        var run = await Listing().RunAsync("clauses", "--output", "json");

        using var document = JsonDocument.Parse(run.Output);
        var clause = document.RootElement.GetProperty("clauses")[1];
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("second-hand", clause.GetProperty("evidence").GetProperty("confidence").GetString());
        Assert.Equal("insufficient_credits", clause.GetProperty("causes")[0].GetString());
    }

    [Fact]
    public async Task RunAsync_OnATerminal_DrawsATableInsideItsWidth()
    {
        var pixverse = Listing();
        pixverse.Terminal = new TerminalFacts(true, true, 70);

        var run = await pixverse.RunAsync("clauses");

        Assert.Contains("\u001b[", run.Output, StringComparison.Ordinal);
        Assert.Contains("╭", run.Output, StringComparison.Ordinal);
    }

    private static Pixverse Listing() => new()
    {
        Verbs = () =>
        [
            new ClausesVerb(() =>
            [
                new Clause { Id = "PV-STATUS-001", Sentence = "A failed job answers 422.", Evidence = Evidence.Documented("API page", "6") },
                new Clause
                {
                    Id = "PV-CREDITS-01", Sentence = "A bare account answers 402.", Evidence = Evidence.SecondHand("error pages", "8"),
                    Profile = "credits=402", Causes = ["insufficient_credits"],
                },
            ]),
        ],
    };
}
