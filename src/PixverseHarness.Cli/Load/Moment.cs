using System.Globalization;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;
using MicrosecondText = PixverseHarness.Results.Text.DurationText;

namespace PixverseHarness.Cli.Load;

/// <summary>Puts a moment of a run into words.</summary>
internal static class Moment
{
    /// <summary>On one line.</summary>
    public static string Line(LoadSnapshot moment) => string.Join("  ", Rows(moment).Select(r => $"{r.Name} {r.Value}"));

    /// <summary>As names and values.</summary>
    public static IEnumerable<(string Name, string Value)> Rows(LoadSnapshot moment)
    {
        yield return ("time", $"{Seconds(moment.Elapsed)}{(moment.Planned is { } planned ? $" of {Seconds(planned)}" : "")} {moment.Phase.ToString().ToLowerInvariant()}");
        yield return ("offered", PerSecond(moment.OfferedPerSecond));
        yield return ("sent", PerSecond(moment.SubmittedPerSecond));
        yield return ("in flight", string.Create(CultureInfo.InvariantCulture, $"{moment.InFlight}{(moment.Held > 0 ? $" ({moment.Held} held)" : "")}"));
        yield return ("ended", Ended(moment));
        yield return ("p50", Percentile(moment.EndToEndP50));
        yield return ("p95", Percentile(moment.EndToEndP95));
        yield return ("late p99", MicrosecondText.Format(moment.LatenessP99.TotalMicroseconds));
        yield return ("spend", string.Create(
            CultureInfo.InvariantCulture,
            $"${moment.CommittedMicroDollars / 1e6:0.00}{(moment.LimitMicroDollars is { } limit ? FormattableString.Invariant($" of ${limit / 1e6:0.00}") : "")}"));
    }

    private static string Ended(LoadSnapshot moment)
    {
        var parts = JobOutcomes.All
            .Where(o => o != JobOutcome.Unfinished && moment.Count(o) > 0)
            .Select(o => string.Create(CultureInfo.InvariantCulture, $"{moment.Count(o)} {o.ToTag().Replace('_', ' ')}"));
        return string.Join(", ", parts) is { Length: > 0 } text ? text : "none";
    }

    private static string Percentile(PercentileEstimate estimate) => estimate.Value is not { } value
        ? "-"
        : estimate is { IntervalLow: { } low, IntervalHigh: { } high }
            ? $"{MicrosecondText.Format(value)} [{MicrosecondText.Format(low)}, {MicrosecondText.Format(high)}]"
            : MicrosecondText.Format(value);

    private static string PerSecond(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate:0.#}/s");

    private static string Seconds(TimeSpan time) => DurationText.Format(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)));
}
