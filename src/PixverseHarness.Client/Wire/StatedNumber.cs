using System.Globalization;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Client;

/// <summary>Turns numbers from the wire into units; out of range counts as not stated.</summary>
internal static class StatedNumber
{
    private const decimal Largest = 1_000_000_000m;

    public static TimeSpan? ToSeconds(decimal seconds) =>
        seconds is >= 0 and <= Largest ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;

    public static MicroDollars? ToMoney(decimal dollars) =>
        Math.Abs(dollars) <= Largest ? MicroDollars.FromDollars(dollars) : null;

    public static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
