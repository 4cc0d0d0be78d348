namespace PixverseHarness.Load.Tests;

/// <summary>Durations that read as sentences in tests.</summary>
internal static class Time
{
    public static TimeSpan Milliseconds(double count) => TimeSpan.FromMilliseconds(count);

    public static TimeSpan Seconds(double count) => TimeSpan.FromSeconds(count);

    public static TimeSpan Minutes(double count) => TimeSpan.FromMinutes(count);

    public static TimeSpan Hours(double count) => TimeSpan.FromHours(count);
}
