using System.Globalization;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Reporting.Html.Charts;

/// <summary>Percentiles of each phase over time, by the cohort in which the jobs were submitted; and the distribution of jobs.</summary>
internal static class PhaseCharts
{
    private const int Bins = 40;

    private static readonly (double Percent, string Style)[] Shown = [(50, "c-sent"), (95, "c-p95")];

    public static void OverTime(HtmlWriter html, MeasuredDocument run)
    {
        foreach (var phase in Enum.GetValues<JobPhase>())
        {
            var points = run.Cohorts
                .Select(cohort => (Cohort: cohort, Phase: cohort.Phases.FirstOrDefault(entry => entry.Phase == phase && entry.Source == MeasureSource.Observed)))
                .Where(pair => pair.Phase is not null)
                .SelectMany(pair => pair.Phase!.Percentiles.Select(estimate => (pair.Cohort, Estimate: estimate)))
                .Where(pair => pair.Estimate is { IsSupported: true, Value: not null } && Shown.Any(shown => shown.Percent == pair.Estimate.Percent))
                .ToArray();
            if (points.Length == 0)
            {
                continue;
            }

            var most = points.Max(point => point.Estimate.IntervalHigh ?? point.Estimate.Value.GetValueOrDefault());
            Plot.Draw(
                html,
                Figures.Name(phase),
                Axis.RunTime(run.Cohorts[^1].ToUs),
                Axis.Durations("duration", most),
                plot => DrawPercentiles(plot, points),
                [("c-sent", "p50"), ("c-p95", "p95")],
                small: true);
        }
    }

    public static void Distribution(HtmlWriter html, MeasuredDocument run)
    {
        var sample = run.Durations(JobPhase.EndToEnd, MeasureSource.Observed, outcome => outcome == JobOutcome.Completed).Lower;
        if (sample.Count == 0)
        {
            return;
        }

        var far = Math.Max(sample.Maximum, sample.Minimum + 1);
        var axis = Axis.Durations("end to end", far, sample.Minimum);
        var width = (axis.Maximum - axis.Minimum) / Bins;
        var counts = Enumerable.Range(0, Bins)
            .Select(bin => sample.CountAtOrBelow((long)(axis.Minimum + ((bin + 1) * width))) - sample.CountAtOrBelow((long)(axis.Minimum + (bin * width))))
            .ToArray();
        counts[0] += sample.CountAtOrBelow((long)axis.Minimum);
        var jobs = run.Phase(JobPhase.EndToEnd);
        Plot.Draw(
            html,
            "Distribution of completed jobs",
            axis,
            Axis.Numbers("jobs", counts.Max()),
            plot =>
            {
                for (var bin = 0; bin < Bins; bin++)
                {
                    var from = axis.Minimum + (bin * width);
                    plot.Bar(from, from + width, counts[bin], "c-sent", $"{Figures.Duration(from)} to {Figures.Duration(from + width)}: {Figures.Count(counts[bin])} jobs");
                }

                MarkPercentiles(plot, jobs);
                if (run.ObjectiveUs is { } objective)
                {
                    plot.MarkX(objective, "c-bad", $"objective {Figures.Duration(objective)}", row: 2);
                }
            },
            []);
    }

    public static void PollCost(HtmlWriter html, MeasuredDocument run)
    {
        var rows = run.PollCost;
        if (rows.IsEmpty)
        {
            return;
        }

        var most = rows.Max(row => row.Jobs);
        Plot.Draw(
            html,
            "Polls per job against detection delay",
            Axis.Numbers("polls per completed job", rows.Max(row => row.Polls)),
            Axis.Durations("detected at most this late, mean", rows.Max(row => (double)row.DetectionBoundSumUs / row.Jobs)),
            plot =>
            {
                foreach (var row in rows)
                {
                    var delay = (double)row.DetectionBoundSumUs / row.Jobs;
                    plot.Dot(
                        row.Polls,
                        delay,
                        2 + (6 * Math.Sqrt((double)row.Jobs / most)),
                        "c-sent",
                        $"{Figures.Count(row.Polls)} polls: {Figures.Count(row.Jobs)} jobs, detected at most {Figures.Duration(delay)} late");
                }
            },
            [("c-sent", "area: jobs")]);
    }

    private static void MarkPercentiles(Plot plot, PhaseDocument? jobs)
    {
        var row = 0;
        foreach (var estimate in jobs?.Percentiles.Where(estimate => estimate.Percent is 50 or 95 && estimate.IsSupported) ?? [])
        {
            if (estimate.Value is { } value)
            {
                plot.MarkX(value, "c-p95", string.Create(CultureInfo.InvariantCulture, $"p{estimate.Percent} {Figures.Duration(value)}"), row++);
            }
        }
    }

    private static void DrawPercentiles(Plot plot, (CohortDocument Cohort, PercentileEstimate Estimate)[] points)
    {
        foreach (var (percent, style) in Shown)
        {
            var own = points.Where(point => point.Estimate.Percent == percent).ToArray();
            if (own.Length == 0)
            {
                continue;
            }

            plot.Line(own.Select(point => (Middle(point.Cohort), (double)point.Estimate.Value.GetValueOrDefault())), style);
            foreach (var (cohort, estimate) in own)
            {
                if (estimate is { IntervalLow: { } low, IntervalHigh: { } high })
                {
                    plot.Whisker(Middle(cohort), low, high, style);
                }

                var hover = string.Create(CultureInfo.InvariantCulture, $"{cohort.Name} p{percent}: {Figures.Percentile(estimate)} {Figures.Interval(estimate)}, n={estimate.Samples}");
                plot.Dot(Middle(cohort), estimate.Value.GetValueOrDefault(), 3.2, style, hover);
            }
        }
    }

    private static double Middle(CohortDocument cohort) => (cohort.FromUs + cohort.ToUs) / 2.0;
}
