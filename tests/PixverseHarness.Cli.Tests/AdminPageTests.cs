using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using PixverseHarness.Cli.Tests.Simulate;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Metrics;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The page of the admin API: its session comes out word for word, and nothing is missing from it.</summary>
public sealed class AdminPageTests
{
    private const string WrittenInstant = "<instant>";
    private static readonly Regex Instant = new(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", RegexOptions.NonBacktracking);
    private static readonly MarkedText Page = new("docs/admin.md");

    [SkippableFact]
    public async Task CurlSession_OfThePage_ComesOutWordForWord()
    {
        await using var twin = await ServedTwin.StartAsync(["--port", "0", .. Page.StartOfTheTwin()[2..]]);

        var replayed = await CurlSession.ReplayAsync(Page, twin.Origin);

        var actual = replayed.Select(b => b.Select(l => Instant.Replace(l, WrittenInstant)).ToArray()).ToArray();
        GoldenFile.Matches(Page.File, Page.With(CurlSession.Mark, actual));
        Assert.All([200, 400, 404, 408, 409, 422, 501], status => Assert.Contains(actual.SelectMany(b => b), l => l.EndsWith($" {status}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CurlSession_OfThePage_CallsEveryRoute()
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0");
        using var index = await twin.GetJsonAsync("/__admin");
        var commands = Page.Blocks(CurlSession.Mark).SelectMany(b => b).Where(l => l.StartsWith("$ curl", StringComparison.Ordinal)).ToArray();
        var routes = index.RootElement.GetProperty("routes").EnumerateArray().Select(r => (Method: r.GetProperty("method").GetString()!, Path: r.GetProperty("path").GetString()!)).ToArray();

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(r => !commands.Any(c => Calls(c, r.Method, r.Path))).Select(r => $"{r.Method} {r.Path}"));
    }

    [Fact]
    public void MetricsTable_Rows_AreTheInstrumentsThatExist()
    {
        var core = new TwinCore(new TwinOptions(), new MovedClock());
        var rows = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, core))
                {
                    rows.Add($"| {instrument.Name} | {instrument.Unit} | {instrument.Description} |");
                }
            },
        };
        listener.Start();
        using var meter = new TwinMeter(core);

        Assert.Equal(rows, Page.Lines.Where(l => l.StartsWith("| pixverse.", StringComparison.Ordinal)));
    }

    private static bool Calls(string command, string method, string path)
    {
        var words = command.Split(' ');
        var sent = words.SkipWhile(w => w != "-X").ElementAtOrDefault(1) ?? (words.Contains("-d") ? "POST" : "GET");
        var pattern = $"^\\$TWIN(/s/[^/]+)?/__admin{Regex.Replace(path, "{[a-z]+}", "[^/?]+", RegexOptions.NonBacktracking)}([?].*)?$";
        return sent == method && words.Any(w => Regex.IsMatch(w.Trim('\'', '"'), pattern, RegexOptions.NonBacktracking));
    }
}
