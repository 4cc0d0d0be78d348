using System.Globalization;
using System.Text.RegularExpressions;

namespace PixverseHarness.Simulator.Time;

/// <summary>Durations as people write them: <c>300ms</c>, <c>1.5s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
internal static partial class DurationText
{
    /// <summary>Reads a duration, exact to the tick of 100 ns; null when the text is none, or is a number without a unit, or is beyond ten years.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (!Whole().IsMatch(text))
        {
            return null;
        }

        // In decimals: binary fractions lose a tick now and then, and a clock moved by one tick too few has not reached its instant.
        decimal ticks = 0;
        foreach (Match part in Part().Matches(text))
        {
            ticks += decimal.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture) * part.Groups["unit"].Value switch
            {
                "ms" => TimeSpan.TicksPerMillisecond,
                "s" => TimeSpan.TicksPerSecond,
                "m" => TimeSpan.TicksPerMinute,
                "h" => TimeSpan.TicksPerHour,
                _ => TimeSpan.TicksPerDay,
            };
        }

        return ticks <= TimeSpan.FromDays(3650).Ticks ? TimeSpan.FromTicks((long)decimal.Round(ticks)) : null;
    }

    [GeneratedRegex(@"\A((\d{1,9}(\.\d{1,9})?)(ms|[smhd]))+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>\d{1,9}(\.\d{1,9})?)(?<unit>ms|[smhd])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
