using System.Globalization;

namespace PixverseHarness.Reporting.Html.Charts;

/// <summary>One axis of a chart, from zero or its least value, with round ticks and its unit in the title.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Minimum">Its start.</param>
/// <param name="Maximum">Its end; more than the start.</param>
/// <param name="Step">Distance between ticks.</param>
/// <param name="Unit">How many base units one printed unit has.</param>
internal sealed record Axis(string Title, double Minimum, double Maximum, double Step, double Unit)
{
    private static readonly double[] TimeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

    /// <summary>Ticks within the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        for (var tick = Math.Ceiling(Minimum / Step); tick * Step <= Maximum * (1 + 1e-9); tick++)
        {
            yield return tick * Step;
        }
    }

    public string Label(double value) => (value / Unit).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>An axis of plain numbers from zero.</summary>
    public static Axis Numbers(string title, double maximum) => Round(title, 0, Math.Max(maximum, 1e-6), 1);

    /// <summary>An axis of durations in microseconds, printed in the unit that suits the greatest.</summary>
    public static Axis Durations(string title, double maximum, double minimum = 0)
    {
        var (unit, name) = maximum switch
        {
            < 2e3 => (1.0, "µs"),
            < 2e6 => (1e3, "ms"),
            < 600e6 => (1e6, "s"),
            _ => (60e6, "min"),
        };
        return Round($"{title} ({name})", minimum, Math.Max(maximum, 1), unit);
    }

    /// <summary>Time since the start of the run, in microseconds, with ticks at whole seconds, minutes or hours.</summary>
    public static Axis RunTime(double maximum)
    {
        var (unit, name) = maximum switch
        {
            <= 180e6 => (1e6, "s"),
            <= 3 * 3600e6 => (60e6, "min"),
            _ => (3600e6, "h"),
        };
        var step = Array.Find(TimeSteps, candidate => candidate * 1e6 * 8 >= maximum) is > 0 and var found ? found * 1e6 : maximum / 6;
        return new Axis($"time since start ({name})", 0, Math.Max(maximum, 1), step, unit);
    }

    private static Axis Round(string title, double minimum, double maximum, double unit)
    {
        var span = (maximum - minimum) / unit;
        var rough = Math.Max(span, 1e-9) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = ((double[])[1, 2, 2.5, 5, 10]).First(factor => factor * power >= rough * (1 - 1e-9)) * power * unit;
        return new Axis(title, Math.Floor(minimum / step) * step, Math.Ceiling(maximum / step * (1 - 1e-9)) * step, step, unit);
    }
}
