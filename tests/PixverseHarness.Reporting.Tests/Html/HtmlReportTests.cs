using AngleSharp.Html.Parser;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Tests.Played;

namespace PixverseHarness.Reporting.Tests.Html;

public sealed class HtmlReportTests
{
    [Fact]
    public void Render_LoadRun_NeedsNoNetworkAndNoScript()
    {
        var page = Parse(SampleRuns.Load());

        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, img"));
        Assert.All(page.QuerySelectorAll("[href], [src]"), element => Assert.StartsWith("data:", element.GetAttribute("href") ?? element.GetAttribute("src")));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LoadRun_PutsTheVerdictFirst() =>
        Assert.Equal("header", Parse(SampleRuns.Load()).QuerySelector("main")!.FirstElementChild!.LocalName);

    [Fact]
    public void Render_LoadRun_DrawsEveryChartWithAxesAndUnits()
    {
        var charts = Parse(SampleRuns.Load()).QuerySelectorAll("figure.chart");

        Assert.Equal(10, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.Equal(2, chart.QuerySelectorAll("text.title").Length);
            Assert.True(chart.QuerySelectorAll("text.tick").Length >= 4, "A chart needs ticks.");
            Assert.NotEmpty(chart.QuerySelectorAll(".line, .bar, .dot"));
        });
    }

    [Theory]
    [InlineData(1e-9, 0)]
    [InlineData(1, 1)]
    [InlineData(0.02, 0)]
    public void Render_RunWithLittleOrNothing_HasNoBrokenNumber(double rate, double neverEnds)
    {
        var measured = PlayedRun.Of(new PlayedRunOptions { Rates = [rate], NeverEnds = neverEnds, StepLength = TimeSpan.FromMinutes(1) }).Measure();
        var run = RunDocument.Conclude(SampleRuns.Load().Run, measured, []);

        foreach (var exporter in RunExporters.All.Where(exporter => exporter.Format != "json"))
        {
            var text = exporter.Render(run);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Render_PacedTwin_SaysWhichTimesItPrints()
    {
        var run = SampleRuns.Load();
        var paced = run with { Run = run.Run with { Plan = run.Run.Plan with { Pace = 50 } } };

        Assert.All(
            RunExporters.All.Where(exporter => exporter.Format is "html" or "text" or "markdown"),
            exporter => Assert.Contains("multiply by 50", exporter.Render(paced), StringComparison.Ordinal));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(RunDocument run) =>
        new HtmlParser().ParseDocument(RunExporters.Find("html")!.Render(run, SampleRuns.Host));
}
