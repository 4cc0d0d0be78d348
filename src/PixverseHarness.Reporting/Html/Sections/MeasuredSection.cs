using PixverseHarness.Reporting.Html.Charts;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Reporting.Html.Sections;

/// <summary>What a load run measured: phases, charts, outcomes, answers.</summary>
internal static class MeasuredSection
{
    public static void Write(HtmlWriter html, MeasuredDocument run)
    {
        Phases(html, run);
        using (Page.Section(html, "Over time"))
        {
            using (html.In("div", ("class", "charts")))
            {
                SeriesCharts.Arrivals(html, run);
                SeriesCharts.InFlight(html, run);
                PhaseCharts.Distribution(html, run);
                PhaseCharts.PollCost(html, run);
            }
        }

        using (Page.Section(html, "Phases by submit cohort", "A job counts in the window in which it was to be submitted, however late it ends. Bands are 95 % intervals."))
        {
            using (html.In("div", ("class", "charts many")))
            {
                PhaseCharts.OverTime(html, run);
            }
        }

        Cohorts(html, run);
        Outcomes(html, run);
        Requests(html, run);
    }

    private static void Phases(HtmlWriter html, MeasuredDocument run)
    {
        const string lead = "Completed jobs. Jobs that outlived the run count as longer than watched (“open”). Observed times count from "
            + "the intended instant; uncorrected ones from the actual instant. A percentile that the sample cannot support is refused.";
        using (Page.Section(html, "Phases", lead))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, ["phase", "source", "#n", "#open", "#p50", "#p90", "#p95", "#p99", "#most"], run.Phases, phase =>
                {
                    html.Element("td", Figures.Name(phase.Phase));
                    html.Element("td", Figures.Name(phase.Source), ("class", "quiet"));
                    html.Element("td", Figures.Count(phase.Samples), ("class", "n"));
                    html.Element("td", Figures.Count(phase.Censored), ("class", "n"));
                    foreach (var estimate in phase.Percentiles)
                    {
                        using (html.In("td", ("class", "n")))
                        {
                            html.Text(Figures.Percentile(estimate));
                            html.Element("span", Figures.Interval(estimate), ("class", "interval"));
                        }
                    }

                    html.Element("td", Figures.Duration(phase.MaximumUs), ("class", "n"));
                });
            }
        }
    }

    private static void Cohorts(HtmlWriter html, MeasuredDocument run)
    {
        using (Page.Section(html, "Submit cohorts"))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, [CohortTable.Head[0], .. CohortTable.Head.Skip(1).Select(head => $"#{head}")], run.Cohorts, cohort =>
                {
                    var cells = CohortTable.Row(cohort);
                    html.Element("td", cells[0]);
                    foreach (var cell in cells.Skip(1))
                    {
                        html.Element("td", cell, ("class", "n"));
                    }
                });
            }
        }
    }

    private static void Outcomes(HtmlWriter html, MeasuredDocument run)
    {
        using (Page.Section(html, "Outcomes", "Every arrival of the plan ends in exactly one of these."))
        {
            using (html.In("div", ("class", "card")))
            {
                using (html.In("div", ("class", "split")))
                {
                    foreach (var entry in run.Outcomes)
                    {
                        var width = HtmlWriter.Coordinate(100.0 * entry.Count / run.Arrivals);
                        html.Element("span", "", ("class", Style(entry.Outcome)), ("style", $"width:{width}%"), ("title", $"{Figures.Name(entry.Outcome)} {Figures.Count(entry.Count)}"));
                    }
                }

                Page.Table(html, ["outcome", "#jobs", "#share", "causes"], run.Outcomes, entry =>
                {
                    html.Element("td", Figures.Name(entry.Outcome));
                    html.Element("td", Figures.Count(entry.Count), ("class", "n"));
                    html.Element("td", Figures.Share(entry.Count, run.Arrivals), ("class", "n"));
                    var causes = run.Causes.Where(cause => cause.Outcome == entry.Outcome).Select(cause => $"{cause.Cause} {Figures.Count(cause.Count)}");
                    html.Element("td", string.Join(", ", causes), ("class", "quiet"));
                });
            }
        }
    }

    private static void Requests(HtmlWriter html, MeasuredDocument run)
    {
        using (Page.Section(html, "Requests and answers", "Never pooled: nearly all requests are polls."))
        {
            using (html.In("div", ("class", "card")))
            {
                Page.Table(html, ["operation", "#requests", "#failed", "#mean", "#p99", "#lateness p99", "answers"], run.Requests, request =>
                {
                    html.Element("td", request.Operation.ToTag());
                    foreach (var cell in (string[])
                    [
                        Figures.Count(request.Durations.Count),
                        Figures.Count(request.Failed),
                        Figures.Duration(request.Durations.Count > 0 ? request.Durations.Mean : null),
                        Tail(request.Durations),
                        Tail(request.Lateness),
                    ])
                    {
                        html.Element("td", cell, ("class", "n"));
                    }

                    html.Element("td", string.Join(", ", request.Answers.Select(answer => $"{answer.Name} × {Figures.Count(answer.Count)}")), ("class", "quiet"));
                });
            }
        }
    }

    private static string Tail(DistributionDocument times) => times.Count == 0
        ? Figures.None
        : Figures.Duration(times.ToDistribution().AtRank((long)Math.Ceiling(0.99 * times.Count)));

    private static string Style(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Completed => "o-completed",
        JobOutcome.Shed or JobOutcome.Rejected or JobOutcome.Invalid => "o-refused",
        _ when outcome.IsCensored() => "o-open",
        _ => "o-bad",
    };
}
