namespace PixverseHarness.Results.Statistics;

/// <summary>
/// The one bucket layout of every histogram here: values 1 to <see cref="Highest"/> in integer units (microseconds for
/// durations) with three significant digits, as HdrHistogram lays them out. One layout makes every merge exact.
/// </summary>
internal static class HistogramLayout
{
    /// <summary>Two hours in microseconds. A greater value is recorded as this one.</summary>
    public const long Highest = 7_200_000_000;

    /// <summary>Significant decimal digits; a bucket is narrower than one thousandth of its values.</summary>
    public const int Digits = 3;

    private const int SubBucketBits = 11;

    /// <summary>Number of neighbouring values that share the bucket which starts at <paramref name="low"/>.</summary>
    public static long Width(long low) =>
        low < 1L << SubBucketBits ? 1 : 1L << (int)(long.Log2(low) - SubBucketBits + 1);

    /// <summary>Start of the bucket that holds <paramref name="value"/>.</summary>
    public static long Low(long value) => value & ~(Width(value) - 1);

    /// <summary>The value that stands for a bucket in results: its middle.</summary>
    public static long Middle(long low) => low + (Width(low) / 2);
}
