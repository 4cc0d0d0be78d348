using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting.Html.Sections;

/// <summary>What a contract verification found.</summary>
internal static class FindingsSection
{
    public static void Write(HtmlWriter html, RunDocument run)
    {
        if (run.Findings.IsEmpty)
        {
            return;
        }

        using (Page.Section(html, "Findings"))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, ["", "finding", "where", "expected", "seen"], run.Findings, finding => Row(html, finding));
            }
        }
    }

    private static void Row(HtmlWriter html, Finding finding)
    {
        using (html.In("td"))
        {
            var style = finding.Severity == FindingSeverity.Error ? "pill bad" : "pill note";
            html.Element("span", finding.Severity.ToString().ToLowerInvariant(), ("class", style));
        }

        using (html.In("td"))
        {
            html.Element("strong", finding.Id);
            html.Element("div", finding.Message);
            html.Element("div", $"{finding.Class}{(finding.Clause is { } clause ? $", {clause}" : "")}", ("class", "quiet"));
            if (finding.Curl is { } curl)
            {
                html.Element("code", curl);
            }
        }

        html.Element("td", finding.Where);
        html.Element("td", finding.Expected);
        html.Element("td", finding.Seen);
    }
}
