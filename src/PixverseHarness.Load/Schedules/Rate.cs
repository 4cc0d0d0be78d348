using System.Globalization;

namespace PixverseHarness.Load.Schedules;

/// <summary>How many jobs per span of time, as people write it: <c>5/s</c>, <c>30/m</c>, <c>30/1m</c>, <c>0.5/s</c>, <c>100/h</c>.</summary>
/// <param name="Count">Jobs per <paramref name="Per"/>; 0 or more, fractions allowed.</param>
/// <param name="Per">The span, above zero.</param>
public readonly record struct Rate(double Count, TimeSpan Per)
{
    /// <summary>No jobs at all.</summary>
    public static Rate Zero { get; } = new(0, TimeSpan.FromSeconds(1));

    /// <summary>Jobs per second.</summary>
    public double EachSecond => Per <= TimeSpan.Zero ? 0 : Count / Per.TotalSeconds;

    /// <summary>Jobs per hour.</summary>
    public double EachHour => EachSecond * 3600;

    /// <summary>So many jobs per second.</summary>
    public static Rate PerSecond(double count) => new(count, TimeSpan.FromSeconds(1));

    /// <summary>So many jobs per minute.</summary>
    public static Rate PerMinute(double count) => new(count, TimeSpan.FromMinutes(1));

    /// <summary>Reads a rate.</summary>
    /// <exception cref="FormatException">The text is not a rate; the message says why and what is allowed.</exception>
    public static Rate Parse(string text) => TryParse(text, out var rate, out var fault) ? rate : throw new FormatException(fault);

    /// <summary>Reads a rate; on failure <paramref name="fault"/> is one line that quotes the value and says what is allowed.</summary>
    public static bool TryParse(string text, out Rate rate, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        rate = default;
        fault = "";
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var number = (slash < 0 ? text : text[..slash]).Trim();
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            fault = $"Rate \"{text}\" is not understood: write jobs per time, such as 5/s, 30/m or 30/1m.";
            return false;
        }

        if (slash < 0)
        {
            fault = $"Rate \"{text}\" does not say per what: write {number}/s or {number}/m.";
            return false;
        }

        var span = text[(slash + 1)..].Trim();
        if (!DurationText.TryParse(span is "d" or "h" or "m" or "s" or "ms" ? "1" + span : span, out var per, out _) || per <= TimeSpan.Zero)
        {
            fault = $"Rate \"{text}\" has no valid time after the slash: write s, m, h or a duration, such as {number}/s, {number}/m or {number}/30s.";
            return false;
        }

        rate = new Rate(count, per);
        return true;
    }

    /// <summary>The shortest text that <see cref="Parse"/> reads back: <c>30/m</c>.</summary>
    public override string ToString()
    {
        var span = DurationText.Format(Per);
        return string.Create(CultureInfo.InvariantCulture, $"{Count}/{(span is "1d" or "1h" or "1m" or "1s" or "1ms" ? span[1..] : span)}");
    }
}
