using System.Globalization;

namespace PixverseHarness.Results;

/// <summary>Durations in documents are whole microseconds: exact, and the same text in every culture.</summary>
internal static class Units
{
    public const double PerSecond = 1_000_000;

    public static long Microseconds(TimeSpan duration) => duration.Ticks / TimeSpan.TicksPerMicrosecond;

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
