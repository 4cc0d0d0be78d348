using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting.Html.Sections;

/// <summary>What a contract verification looked at, part by part and clause by clause.</summary>
internal static class CoverageSection
{
    public static void Write(HtmlWriter html, VerificationDocument verification)
    {
        Areas(html, verification);
        Reasons(html, verification);
        Observations(html, verification);
        Clauses(html, verification);
    }

    private static void Areas(HtmlWriter html, VerificationDocument verification)
    {
        using (Page.Section(html, "Coverage", "Every clause of the contract has exactly one verdict."))
        {
            using (html.In("div", ("class", "card")))
            {
                Split(html, verification.Count, verification.Clauses.Length);
                using (html.In("p", ("class", "keys")))
                {
                    foreach (var verdict in Coverage.Verdicts)
                    {
                        html.Element("span", $"{Figures.Name(verdict)} {Figures.Count(verification.Count(verdict))}", ("class", $"swatch {Style(verdict)}"));
                    }
                }

                Page.Table(html, ["area", "", "#clauses", .. Coverage.Verdicts.Select(verdict => $"#{Figures.Name(verdict)}")], Coverage.ByArea(verification), area =>
                {
                    html.Element("td", area.Area, ("class", "tight"));
                    using (html.In("td", ("class", "bar-cell")))
                    {
                        Split(html, area.Count, area.Clauses.Length);
                    }

                    html.Element("td", Figures.Count(area.Clauses.Length), ("class", "n"));
                    foreach (var verdict in Coverage.Verdicts)
                    {
                        var count = area.Count(verdict);
                        html.Element("td", count == 0 ? "" : Figures.Count(count), ("class", verdict == ClauseVerdict.Violated ? "n wrong" : "n"));
                    }
                });
            }
        }
    }

    private static void Split(HtmlWriter html, Func<ClauseVerdict, int> count, int all)
    {
        using (html.In("div", ("class", "split")))
        {
            foreach (var verdict in Coverage.Verdicts.Where(verdict => count(verdict) > 0))
            {
                var width = HtmlWriter.Coordinate(100.0 * count(verdict) / all);
                html.Element("span", "", ("class", Style(verdict)), ("style", $"width:{width}%"), ("title", $"{Figures.Name(verdict)} {Figures.Count(count(verdict))}"));
            }
        }
    }

    private static void Reasons(HtmlWriter html, VerificationDocument verification)
    {
        var reasons = Coverage.Reasons(verification).ToArray();
        if (reasons.Length == 0)
        {
            return;
        }

        using (Page.Section(html, "What was not looked at, and why"))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, ["", "clauses", "because"], reasons, reason =>
                {
                    html.Element("td", reason.Name, ("class", "tight"));
                    html.Element("td", reason.Value);
                    html.Element("td", reason.Detail);
                });
            }
        }
    }

    private static void Observations(HtmlWriter html, VerificationDocument verification)
    {
        var observations = Coverage.Observations(verification).ToArray();
        if (observations.Length == 0)
        {
            return;
        }

        using (Page.Section(html, "Open questions, and what was seen", "No source answers these, so nothing seen here fails a run."))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, ["clause", "seen"], observations, observation =>
                {
                    html.Element("td", observation.Name, ("class", "tight"));
                    html.Element("td", observation.Value);
                });
            }
        }
    }

    private static void Clauses(HtmlWriter html, VerificationDocument verification)
    {
        using (Page.Section(html, "Every clause"))
        {
            foreach (var area in Coverage.ByArea(verification))
            {
                using (html.In("details", ("class", "card"), ("open", area.Count(ClauseVerdict.Violated) > 0 ? "" : null)))
                {
                    html.Element("summary", $"{area.Area}: {Summary(area)}");
                    Page.Table(html, ["clause", "verdict", "what is to hold", "#looks"], area.Clauses, clause => Row(html, clause));
                }
            }
        }
    }

    private static void Row(HtmlWriter html, ClauseDocument clause)
    {
        html.Element("td", clause.Id, ("class", "tight"));
        using (html.In("td"))
        {
            html.Element("span", Figures.Name(clause.Verdict), ("class", $"pill {Style(clause.Verdict)}"));
        }

        using (html.In("td"))
        {
            html.Text(clause.Sentence);
            html.Element("div", clause.Reason is { } reason ? $"{clause.Source}. {reason}" : clause.Source, ("class", "quiet small"));
        }

        html.Element("td", clause.Looks == 0 ? "" : Figures.Count(clause.Looks), ("class", "n"));
    }

    private static string Summary(AreaCoverage area) => string.Join(", ", Coverage.Verdicts
        .Where(verdict => area.Count(verdict) > 0)
        .Select(verdict => $"{Figures.Count(area.Count(verdict))} {Figures.Name(verdict)}"));

    private static string Style(ClauseVerdict verdict) => verdict switch
    {
        ClauseVerdict.Violated => "v-violated",
        ClauseVerdict.Held => "v-held",
        ClauseVerdict.Observed => "v-observed",
        ClauseVerdict.NotChecked => "v-not-checked",
        _ => "v-apart",
    };
}
