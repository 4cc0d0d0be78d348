using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting.Tests;

public sealed class EncodingTests
{
    private static readonly RunDocument[] Planted = [PlantedMarkup.In(SampleRuns.Load()), PlantedMarkup.In(SampleRuns.Verification())];

    private static readonly HostDocument Host = PlantedMarkup.In(SampleRuns.Host);

    [Fact]
    public void Html_MarkupInEveryText_StaysText()
    {
        foreach (var run in Planted)
        {
            var page = new HtmlParser().ParseDocument(Render("html", run));

            Assert.Empty(page.QuerySelectorAll("planted"));
            Assert.DoesNotContain(page.All, element => element.HasAttribute("onload"));
            Assert.Contains("<planted onload", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("<planted onload", page.Title!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Html_EveryFreeText_IsShown()
    {
        var page = new HtmlParser().ParseDocument(Render("html", PlantedMarkup.In(SampleRuns.Verification())));

        foreach (var words in (string[])
        [
            "A terminal state never", "PROCESSING", "curl -s", "PV-STATUS-007", "repro/PVF-0000000001.sh", "is advice to clients", "as in the twin", "STATUS",
            "documented, API page",
        ])
        {
            Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void JUnit_MarkupAndControlCharacters_LeaveWellFormedXml()
    {
        foreach (var run in Planted)
        {
            Assert.Empty(XDocument.Parse(Render("junit", run)).Descendants("planted"));
        }
    }

    [Fact]
    public void JUnit_FailedRun_CountsWhatItLists()
    {
        var suite = XDocument.Parse(Render("junit", SampleRuns.Load())).Descendants("testsuite").Single();

        Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
        Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
        Assert.Equal((1, 2), (suite.Descendants("failure").Count(), suite.Descendants("error").Count()));
    }

    [Fact]
    public void JUnit_Verification_HasOneCaseAClauseOfTheProfileAndSuitesThatCountThem()
    {
        var report = XDocument.Parse(Render("junit", SampleRuns.Verification())).Root!;
        var cases = report.Descendants("testcase").ToArray();

        Assert.Equal(8, cases.Count(entry => ((string)entry.Attribute("name")!).StartsWith("PV-", StringComparison.Ordinal)));
        Assert.All(cases, entry => Assert.Equal((string)entry.Parent!.Attribute("name")!, (string)entry.Attribute("classname")!));
        Assert.All((XElement[])[report, .. report.Elements("testsuite")], suite =>
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Descendants("testcase").Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
            Assert.Equal((int)suite.Attribute("errors")!, suite.Descendants("error").Count());
            Assert.Equal((int)suite.Attribute("skipped")!, suite.Descendants("skipped").Count());
        });
        Assert.Equal((3, 0, 3), ((int)report.Attribute("failures")!, (int)report.Attribute("errors")!, (int)report.Attribute("skipped")!));
    }

    [Fact]
    public void Markdown_MarkupInEveryText_HasNoTagAndNoBrokenRow()
    {
        foreach (var run in Planted)
        {
            var text = Render("markdown", run);

            Assert.DoesNotContain("<planted", text, StringComparison.Ordinal);
            Assert.Contains("&lt;planted", text, StringComparison.Ordinal);
            foreach (var row in text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
            {
                Assert.EndsWith(" |", row, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Text_ControlCharacters_ReachNoTerminal()
    {
        foreach (var run in Planted)
        {
            Assert.DoesNotContain(Render("text", run), letter => char.IsControl(letter) && letter != '\n');
        }
    }

    [Fact]
    public void Sarif_MarkupInEveryText_IsJsonWithOneResultAFinding()
    {
        foreach (var run in Planted)
        {
            using var log = JsonDocument.Parse(Render("sarif", run));
            var results = log.RootElement.GetProperty("runs")[0].GetProperty("results");

            Assert.Equal(run.Findings.Length, results.GetArrayLength());
        }
    }

    private static string Render(string format, RunDocument run) => RunExporters.Find(format)!.Render(run, Host);
}
