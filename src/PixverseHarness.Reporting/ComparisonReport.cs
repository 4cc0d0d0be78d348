using System.Globalization;
using PixverseHarness.Reporting.Text;
using PixverseHarness.Results.Comparison;

namespace PixverseHarness.Reporting;

/// <summary>Renders the comparison of two runs as text for a terminal.</summary>
public static class ComparisonReport
{
    /// <summary>Writes state, figures with both values and the chance of a false alarm, and notes.</summary>
    public static void Write(RunComparison comparison, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        output.WriteLine(comparison.State.ToString().ToUpperInvariant());
        output.WriteLine();
        var table = new TextTable("figure", "state", "p50 before", "after", "p95 before", "after", "change", "p-value", "n");
        foreach (var row in comparison.Rows)
        {
            table.Add(
                row.Figure.Replace('_', ' '),
                row.State.ToString().ToLowerInvariant(),
                Value(row, row.BaseMedian),
                Value(row, row.NewMedian),
                Tail(row, row.BaseP95),
                Tail(row, row.NewP95),
                Change(row),
                row.PValue is { } chance ? Chance(chance) : Figures.None,
                $"{Figures.Count(row.BaseSamples)} / {Figures.Count(row.NewSamples)}");
        }

        table.WriteTo(output);
        foreach (var note in comparison.Notes)
        {
            output.WriteLine($"  note: {Plain.OneLine(note)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Equal runs differ this much in at most {comparison.FalseAlarmRate:0.##%} of comparisons. Change is that of the median."));
    }

    private static string Value(ComparisonRow row, double? value) => value switch
    {
        null => row.BaseSamples == 0 ? Figures.None : "not reached",
        { } share when row.IsShare => Figures.Share(share),
        _ => Figures.Duration(value),
    };

    private static string Tail(ComparisonRow row, double? value) => row.IsShare ? "" : Value(row, value);

    private static string Change(ComparisonRow row) => row is { BaseMedian: > 0 and var before, NewMedian: { } after }
        ? string.Create(CultureInfo.InvariantCulture, $"{(after - before) / before * 100:+0.#;-0.#;0} %")
        : Figures.None;

    private static string Chance(double chance) => chance < 0.0001 ? "<0.0001" : chance.ToString("0.####", CultureInfo.InvariantCulture);
}
