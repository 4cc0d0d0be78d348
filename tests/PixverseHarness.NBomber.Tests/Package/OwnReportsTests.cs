using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Cli;
using PixverseHarness.Cli.Tests;
using PixverseHarness.TestKit;

namespace PixverseHarness.NBomber.Tests.Package;

/// <summary>The folder of a run on NBomber: our reports, and in a folder of theirs NBomber's own.</summary>
[Collection("NBomber")]
[Trait("Package", "NBomber")]
public sealed class OwnReportsTests
{
    private const string Scenario = """
        {
          "name": "own-reports",
          "purpose": "Twelve jobs, for the reports of both.",
          "load": [{ "simulation": "inject", "rate": "6/s", "during": "2s" }],
          "polls": { "policy": "fixed", "every": "500ms" },
          "jobTimeout": "20s",
          "thresholds": ["jobs_completed: rate>99%"],
          "twin": { "serviceTime": "1s" }
        }
        """;

    [Fact]
    public async Task Load_OnNBomber_WritesNBombersReportsBesideOurs()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("own-reports.json"), Scenario);

        var ended = await new Pixverse { Clock = Pixverse.RealClock }.RunAsync(
            "load", folder.File("own-reports.json"), "--engine", "nbomber", "--out", folder.File("out"), "--seed", "5");

        Assert.True(ended.Code is ExitCodes.Ok or ExitCodes.Inconclusive, $"{ended.Code} {ended.Error} {ended.Output}");
        Assert.Equal(
            ["host.json", "junit.xml", "report.html", "report.md", "report.txt", "run.json", "submits.jsonl"], NamesIn(folder.File("out")));
        var names = NamesIn(folder.File("out/nbomber"));
        Assert.Equal(["nbomber.csv", "nbomber.html", "nbomber.md", "nbomber.txt"], names.Where(static name => !name.StartsWith("nbomber-log-", StringComparison.Ordinal)));

        var log = Read(Assert.Single(names, static name => name.StartsWith("nbomber-log-", StringComparison.Ordinal)));
        Assert.Contains("Reports saved in folder", log, StringComparison.Ordinal);
        Assert.DoesNotContain("[ERR]", log, StringComparison.Ordinal);
        Assert.DoesNotContain("[FTL]", log, StringComparison.Ordinal);

        Assert.Contains("ok count: 12", Read("nbomber.txt"), StringComparison.Ordinal);
        Assert.Contains("ok count: `12`", Read("nbomber.md"), StringComparison.Ordinal);
        Assert.Equal(
            [("global information", 12), ("submit", 12), ("result", 12)],
            Read("nbomber.csv").ReplaceLineEndings("\n").Split('\n').Skip(1).Select(static line => line.Split(','))
                .Select(static cells => (Step: cells[4], Count: int.Parse(cells[5], CultureInfo.InvariantCulture))).Where(static row => row.Step != "poll"));
        Assert.Equal(("own-reports", 12), CountIn(Read("nbomber.html")));

        string Read(string name) => File.ReadAllText(folder.File("out/nbomber/" + name));
    }

    private static IEnumerable<string> NamesIn(string folder) => Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    // The page draws everything from one object in it.
    private static (string? Scenario, int Ok) CountIn(string html)
    {
        const string Begin = "const viewModel = ";
        Assert.StartsWith("<!DOCTYPE", html, StringComparison.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(html[(html.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..]));
        using var model = JsonDocument.ParseValue(ref reader);
        var scenario = model.RootElement.GetProperty("FinalStats").GetProperty("ScenarioStats")[0];
        return (scenario.GetProperty("ScenarioName").GetString(), scenario.GetProperty("Ok").GetProperty("Request").GetProperty("Count").GetInt32());
    }
}
