using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Reporting.Html.Sections;

/// <summary>What a reader must know first: verdict, headline, trust, thresholds.</summary>
internal static class SummarySection
{
    public static void Verdict(HtmlWriter html, RunDocument run)
    {
        using (html.In("header", ("class", $"verdict {run.Verdict.Result.ToString().ToLowerInvariant()}")))
        {
            html.Element("h1", $"{Figures.Name(run.Verdict.Result)} · {run.Run.Name}");
            if (run.Run.Description is { } description)
            {
                html.Element("p", description);
            }

            if (run.Verdict.Reasons.Length > 0)
            {
                using (html.In("ul"))
                {
                    foreach (var reason in Facts.Reasons(run))
                    {
                        html.Element("li", reason);
                    }
                }
            }
        }
    }

    public static void Headline(HtmlWriter html, IEnumerable<Fact> facts)
    {
        using (html.In("div", ("class", "tiles")))
        {
            foreach (var fact in facts)
            {
                using (html.In("div", ("class", "tile")))
                {
                    html.Element("div", fact.Name, ("class", "name"));
                    html.Element("div", fact.Value, ("class", "value"));
                    html.Element("div", fact.Detail, ("class", "name"));
                }
            }
        }
    }

    public static void Thresholds(HtmlWriter html, RunDocument run)
    {
        if (run.Thresholds.IsEmpty)
        {
            return;
        }

        using (Page.Section(html, "Thresholds"))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, ["", "condition and value", "#n"], run.Thresholds, result =>
                {
                    using (html.In("td"))
                    {
                        html.Element("span", Figures.Name(result.State), ("class", $"pill {Style(result)}"));
                    }

                    html.Element("td", result.Sentence);
                    html.Element("td", Figures.Count(result.Samples), ("class", "n"));
                });
            }
        }
    }

    public static void Trust(HtmlWriter html, RunDocument run, HostDocument? host)
    {
        using (Page.Section(html, "Can these numbers be trusted?"))
        {
            using (html.In("div", ("class", "card")))
            {
                if (run.Measured is { } measured)
                {
                    Page.Facts(html, Facts.Trust(measured, host?.Generator));
                }

                using (html.In("ul", ("class", "remarks")))
                {
                    foreach (var remark in run.Remarks)
                    {
                        using (html.In("li"))
                        {
                            html.Element("span", Figures.Name(remark.Weight), ("class", $"pill {Style(remark.Weight)}"));
                            html.Text(remark.Sentence);
                        }
                    }

                    if (run.Remarks.IsEmpty)
                    {
                        html.Element("li", "No analyser has anything against this run.");
                    }
                }
            }
        }
    }

    private static string Style(ThresholdResult result) => result.State switch
    {
        ThresholdState.Kept => "good",
        ThresholdState.TooFewSamples => "",
        _ => "bad",
    };

    private static string Style(RemarkWeight weight) => weight switch
    {
        RemarkWeight.Distrust => "bad",
        RemarkWeight.Note => "note",
        _ => "",
    };
}
