using System.Globalization;
using System.Text;

namespace PixverseHarness.Load.Schedules;

/// <summary>
/// Durations as people write them: <c>300ms</c>, <c>1.5s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>. A bare number is refused,
/// because tools disagree on whether it means seconds or milliseconds.
/// </summary>
public static class DurationText
{
    private static readonly (string Name, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>Reads a duration.</summary>
    /// <exception cref="FormatException">The text is not a duration; the message says why and what is allowed.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration, out var fault) ? duration : throw new FormatException(fault);

    /// <summary>
    /// Reads a duration; on failure <paramref name="fault"/> is one line that quotes the value and says what is allowed.
    /// </summary>
    public static bool TryParse(string text, out TimeSpan duration, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = TimeSpan.Zero;
        fault = "";
        var rest = text.AsSpan().Trim();
        if (double.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var bare))
        {
            var number = rest.ToString();
            fault = bare == 0
                ? $"Duration \"{text}\" has no unit: write 0s."
                : $"Duration \"{text}\" has no unit: write {number}s, {number}ms or {number}m.";
            return false;
        }

        decimal ticks = 0;
        var smallest = long.MaxValue;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0
                || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return Refuse(text, out fault);
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny("0123456789.");
            var unit = letters < 0 ? rest : rest[..letters];
            var size = SizeOf(unit);
            if (size == 0 || size >= smallest || amount > TimeSpan.MaxValue.Ticks / size)
            {
                return Refuse(text, out fault);
            }

            smallest = size;
            ticks += amount * size;
            rest = rest[unit.Length..];
        }

        if (smallest == long.MaxValue || ticks > TimeSpan.MaxValue.Ticks)
        {
            return Refuse(text, out fault);
        }

        duration = TimeSpan.FromTicks((long)Math.Round(ticks));
        return true;
    }

    /// <summary>
    /// Writes a duration so that <see cref="Parse"/> reads it back, to the millisecond: <c>1h30m</c>, <c>1.5s</c>, <c>300ms</c>.
    /// A negative duration has a leading minus sign, which only people read.
    /// </summary>
    public static string Format(TimeSpan duration)
    {
        var text = new StringBuilder();
        if (duration < TimeSpan.Zero)
        {
            text.Append('-');
            duration = duration.Negate();
        }

        var milliseconds = (decimal)Math.Round(duration.TotalMilliseconds);
        if (milliseconds < 1000)
        {
            return text.Append(CultureInfo.InvariantCulture, $"{milliseconds}").Append(milliseconds == 0 ? "s" : "ms").ToString();
        }

        foreach (var (name, ticks) in Units.AsSpan(0, 3))
        {
            var size = ticks / TimeSpan.TicksPerMillisecond;
            var whole = decimal.Floor(milliseconds / size);
            milliseconds -= whole * size;
            if (whole > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{whole}{name}");
            }
        }

        return milliseconds > 0 ? text.Append(CultureInfo.InvariantCulture, $"{milliseconds / 1000m:0.###}s").ToString() : text.ToString();
    }

    private static long SizeOf(ReadOnlySpan<char> unit)
    {
        foreach (var (name, ticks) in Units)
        {
            if (unit.SequenceEqual(name))
            {
                return ticks;
            }
        }

        return 0;
    }

    private static bool Refuse(string text, out string fault)
    {
        fault = $"Duration \"{text}\" is not understood: write numbers with d, h, m, s or ms, largest first, such as 300ms, 1.5s, 5m or 1h30m.";
        return false;
    }
}
