using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting.Html.Sections;

/// <summary>What a contract verification found: what was expected, what was seen, and how to see it again.</summary>
internal static class FindingsSection
{
    public static void Write(HtmlWriter html, RunDocument run)
    {
        if (run.Findings.IsEmpty)
        {
            return;
        }

        using (Page.Section(html, $"Findings ({Figures.Count(run.Findings.Length)})"))
        {
            foreach (var finding in run.Findings)
            {
                Write(html, run, finding);
            }
        }
    }

    private static void Write(HtmlWriter html, RunDocument run, Finding finding)
    {
        using (html.In("article", ("class", $"card finding {Style(finding)}"), ("id", finding.Id)))
        {
            using (html.In("h3"))
            {
                html.Element("span", finding.Severity.ToString().ToLowerInvariant(), ("class", $"pill {Style(finding)}"));
                if (finding.Clause is { } clause)
                {
                    html.Element("span", clause, ("class", "clause"));
                }

                html.Text(finding.Message);
            }

            html.Element("div", finding.Where, ("class", "where"));
            using (html.In("div", ("class", "pair")))
            {
                Side(html, "expected", finding.Expected);
                Side(html, "seen", finding.Seen);
            }

            if (finding.Curl is { } curl)
            {
                html.Element("div", "see it again", ("class", "name"));
                html.Element("pre", curl);
            }

            if (finding.Script is { } script)
            {
                html.Element("div", "the whole conversation, from the folder of this report", ("class", "name"));
                html.Element("pre", $"bash {script}");
            }

            var source = Coverage.Of(run, finding) is { } known ? $" · {known.Source}" : "";
            html.Element("div", $"{finding.Id} · {Figures.Name(finding.Class)}{source}", ("class", "quiet small"));
        }
    }

    private static void Side(HtmlWriter html, string name, string text)
    {
        using (html.In("div", ("class", name)))
        {
            html.Element("div", name, ("class", "name"));
            html.Element("pre", text);
        }
    }

    private static string Style(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "bad",
        FindingSeverity.Warning => "warn",
        _ => "note",
    };
}
