using System.Globalization;

namespace PixverseHarness.Results.Text;

/// <summary>Durations as users write and read them: <c>300ms</c>, <c>1.5s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
public static class DurationText
{
    private static readonly (string Unit, double Microseconds)[] Units =
        [("us", 1), ("ms", 1e3), ("s", 1e6), ("m", 60e6), ("h", 3600e6), ("d", 86400e6)];

    /// <summary>Microseconds of a text; null if it is not a duration. A bare number is none: tools disagree on its unit.</summary>
    public static double? Parse(string text)
    {
        double total = 0;
        var rest = text.AsSpan();
        if (rest.IsEmpty)
        {
            return null;
        }

        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits < 1 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny("0123456789.");
            var unit = (letters < 0 ? rest : rest[..letters]).ToString();
            var factor = Array.Find(Units, entry => string.Equals(entry.Unit, unit, StringComparison.Ordinal)).Microseconds;
            if (factor == 0)
            {
                return null;
            }

            total += number * factor;
            rest = rest[unit.Length..];
        }

        return total;
    }

    /// <summary>A duration in microseconds as a person reads it, three to four digits: <c>812 us</c>, <c>44.1 ms</c>, <c>118.2 s</c>, <c>12.5 min</c>.</summary>
    public static string Format(double microseconds)
    {
        var size = Math.Abs(microseconds);
        var (value, unit) = size switch
        {
            0 => (0, "s"),
            < 1e3 => (microseconds, "us"),
            < 1e6 => (microseconds / 1e3, "ms"),
            < 600e6 => (microseconds / 1e6, "s"),
            < 7200e6 => (microseconds / 60e6, "min"),
            _ => (microseconds / 3600e6, "h"),
        };
        var format = Math.Abs(value) switch
        {
            >= 1000 => "0",
            >= 100 => "0.#",
            >= 10 => "0.##",
            _ => "0.###",
        };
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }
}
