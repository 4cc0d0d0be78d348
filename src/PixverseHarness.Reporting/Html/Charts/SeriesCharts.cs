using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting.Html.Charts;

/// <summary>The run over time: arrivals and jobs in flight.</summary>
internal static class SeriesCharts
{
    private const int Points = 60;

    public static void Arrivals(HtmlWriter html, MeasuredDocument run)
    {
        var group = Group(run.Series);
        var offered = PerSecond(run, run.Series.Offered, group);
        var sent = PerSecond(run, run.Series.Sent, group);
        var completed = PerSecond(run, run.Series.Completed, group);
        var shed = PerSecond(run, run.Series.Shed, group);
        var most = offered.Concat(sent).Concat(completed).Select(point => point.Y).DefaultIfEmpty().Max();
        var hasShed = run.Series.Shed.Any(count => count > 0);
        Plot.Draw(
            html,
            "Arrivals and completions",
            Axis.RunTime(run.DurationUs),
            Axis.Numbers("jobs per second", most),
            plot =>
            {
                plot.Area(offered, "c-offered");
                plot.Line(sent, "c-sent");
                plot.Line(completed, "c-completed");
                if (hasShed)
                {
                    plot.Line(shed, "c-bad");
                }
            },
            [("c-offered", "offered"), ("c-sent", "achieved"), ("c-completed", "completed"), .. hasShed ? [("c-bad", "shed")] : Array.Empty<(string, string)>()]);
    }

    public static void InFlight(HtmlWriter html, MeasuredDocument run)
    {
        var group = Group(run.Series);
        var width = run.Series.BucketUs * (double)group;
        var mean = Grouped(run.Series.JobMicroseconds, group)
            .Select((bucket, index) => (Middle(run, index, width), bucket.Sum() / Width(run, index, width)))
            .ToArray();
        var most = Grouped(run.Series.InFlightMaximum, group).Select((bucket, index) => (Middle(run, index, width), (double)bucket.Max())).ToArray();
        var little = run.Little;
        Plot.Draw(
            html,
            "Jobs in flight",
            Axis.RunTime(run.DurationUs),
            Axis.Numbers("jobs", most.Select(point => point.Item2).DefaultIfEmpty().Max()),
            plot =>
            {
                plot.Area(mean, "c-sent");
                plot.Line(mean, "c-sent");
                plot.Line(most, "c-offered");
                plot.MarkY(little.Product, "c-completed");
            },
            [("c-sent", "mean"), ("c-offered", "most"), ("c-completed", "rate × time (Little)")]);
    }

    private static (double X, double Y)[] PerSecond(MeasuredDocument run, IReadOnlyList<long> counts, int group)
    {
        var width = run.Series.BucketUs * (double)group;
        return [.. Grouped(counts, group).Select((bucket, index) => (Middle(run, index, width), bucket.Sum() / (Width(run, index, width) / 1e6)))];
    }

    // The last bucket may be a sliver after the end of the run, too short for a rate of its own: leave it out.
    private static IEnumerable<long[]> Grouped(IReadOnlyList<long> values, int group)
    {
        var chunks = values.Chunk(group).ToArray();
        return chunks.Length > 1 && chunks[^1].Length < group ? chunks[..^1] : chunks;
    }

    private static double Width(MeasuredDocument run, int index, double width) =>
        Math.Max(1, Math.Min(run.DurationUs, (index + 1) * width) - (index * width));

    private static double Middle(MeasuredDocument run, int index, double width) => (index * width) + (Width(run, index, width) / 2);

    private static int Group(SeriesDocument series) => Math.Max(1, (int)Math.Ceiling(series.Offered.Length / (double)Points));
}
