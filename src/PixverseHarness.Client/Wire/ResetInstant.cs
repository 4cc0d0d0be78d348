using System.Globalization;

namespace PixverseHarness.Client;

/// <summary>
/// Reads <c>x-rate-limit-reset-at-utc</c>. Its format is not documented (facts sheet section 9), so a date and time in
/// ISO 8601 or RFC 1123, UTC unless it says otherwise, and Unix time in seconds or milliseconds are all understood.
/// </summary>
internal static class ResetInstant
{
    // 1973 in milliseconds, the year 5138 in seconds: no sensible value of one unit lies on the other side.
    private const double FirstMilliseconds = 1e11;
    private const double FirstSeconds = 1e9;
    private const double LastMilliseconds = 2.5e14;

    public static DateTimeOffset? Parse(string? text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number switch
            {
                >= FirstSeconds and < FirstMilliseconds => DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(number),
                >= FirstMilliseconds and < LastMilliseconds => DateTimeOffset.UnixEpoch + TimeSpan.FromMilliseconds(number),
                _ => null,
            };
        }

        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out var instant) ? instant : null;
    }
}
