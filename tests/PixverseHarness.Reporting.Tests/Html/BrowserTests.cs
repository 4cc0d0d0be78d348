using Microsoft.Playwright;
using PixverseHarness.Results.Documents;
using PixverseHarness.TestKit;

namespace PixverseHarness.Reporting.Tests.Html;

public sealed class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task LoadReport_OpenedOffline_HasNoErrorAndEveryChartDrawn(ColorScheme scheme) => OpenAsync(SampleRuns.Load(), scheme, async page =>
    {
        var charts = await page.QuerySelectorAllAsync("figure.chart svg");

        Assert.Equal(10, charts.Count);
        foreach (var chart in charts)
        {
            var box = await chart.BoundingBoxAsync();
            Assert.NotNull(box);
            Assert.True(box.Width > 200 && box.Height > 100, $"A chart is only {box.Width} x {box.Height}.");
            var drawn = await chart.EvaluateAsync<int>(
                "svg => [...svg.querySelectorAll('.line, .bar, .dot')].filter(mark => mark.getBBox().width > 0 || mark.getBBox().height > 0).length");
            Assert.True(drawn > 0, "A chart has frame and ticks, and no mark.");
        }
    });

    [SkippableFact]
    public Task VerificationReport_OpenedOffline_ShowsVerdictFindingsAndCoverageAndFolds() => OpenAsync(SampleRuns.Verification(), ColorScheme.Dark, async page =>
    {
        Assert.Equal("FAILED · contract", await page.InnerTextAsync("header h1"));
        Assert.Equal(5, await page.Locator("article.finding").CountAsync());
        foreach (var bar in await page.QuerySelectorAllAsync(".split span"))
        {
            Assert.True((await bar.BoundingBoxAsync())!.Width > 1, "A share of the coverage is not drawn.");
        }

        var folded = await page.Locator("details:not([open])").CountAsync();
        await page.Locator("details:not([open]) summary").First.ClickAsync();
        Assert.Equal(folded - 1, await page.Locator("details:not([open])").CountAsync());
    });

    private static async Task OpenAsync(RunDocument run, ColorScheme scheme, Func<IPage, Task> look)
    {
        Skip.IfNot(File.Exists(Chromium), $"No browser at {Chromium}: install Debian's chromium to run this test.");
        using var folder = new TemporaryFolder();
        var file = folder.File("report.html");
        await File.WriteAllTextAsync(file, RunExporters.Find("html")!.Render(run, SampleRuns.Host));

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            Timeout = 60_000,
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Offline = true, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var troubles = new List<string>();
        page.Console += (_, message) => troubles.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => troubles.Add(error);
        page.RequestFailed += (_, request) => troubles.Add($"request failed: {request.Url}");
        await page.GotoAsync(new Uri(file).AbsoluteUri);

        await look(page);

        var overflow = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(overflow, "The page is wider than its window.");
        Assert.Empty(troubles);
    }
}
