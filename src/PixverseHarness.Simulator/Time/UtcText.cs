using System.Globalization;

namespace PixverseHarness.Simulator.Time;

/// <summary>How instants are written.</summary>
internal static class UtcText
{
    /// <summary>
    /// An instant for <c>x-rate-limit-reset-at-utc</c>: ISO 8601 in UTC with whole seconds. The real format is unknown
    /// (section 15).
    /// </summary>
    public static string Seconds(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant with all its digits, for the admin API.</summary>
    public static string Exact(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant for the <c>Date</c> header (RFC 9110, section 5.6.7).</summary>
    public static string HttpDate(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("R", CultureInfo.InvariantCulture);
}
