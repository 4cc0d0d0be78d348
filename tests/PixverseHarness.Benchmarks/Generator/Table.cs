using System.Globalization;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>Markdown tables and the medians in them.</summary>
internal static class Table
{
    /// <summary>Writes the head of a table; the first column is text, the others are numbers.</summary>
    public static void Head(params string[] columns)
    {
        Console.WriteLine();
        Row(columns);
        Row([.. columns.Select(static (_, index) => index == 0 ? "---" : "---:")]);
    }

    /// <summary>Writes a row.</summary>
    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>A number with <paramref name="digits"/> digits behind the point.</summary>
    public static string Text(double number, int digits) => number.ToString($"F{digits}", CultureInfo.InvariantCulture);

    /// <summary>The median; not a number for an empty list.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
