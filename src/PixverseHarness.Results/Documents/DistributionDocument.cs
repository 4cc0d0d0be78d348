using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Documents;

/// <summary>A distribution as it is stored: enough to merge and to compare runs exactly.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Minimum">Least value, in the unit of the member that holds this.</param>
/// <param name="Maximum">Greatest value.</param>
/// <param name="Sum">Sum of all values.</param>
/// <param name="Buckets">The filled buckets as <c>start</c>x<c>count</c>, separated by blanks, ascending.</param>
public sealed record DistributionDocument(long Count, long Minimum, long Maximum, long Sum, string Buckets)
{
    /// <summary>Stores a distribution.</summary>
    public static DistributionDocument Of(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var buckets = distribution.Lows.Zip(
            distribution.Counts,
            static (low, count) => string.Create(CultureInfo.InvariantCulture, $"{low}x{count}"));
        return new DistributionDocument(
            distribution.Count, distribution.Minimum, distribution.Maximum, distribution.Sum, string.Join(' ', buckets));
    }

    /// <summary>Restores it.</summary>
    /// <exception cref="FormatException">The buckets are not written as above.</exception>
    public Distribution ToDistribution()
    {
        if (Buckets.Length == 0)
        {
            return Distribution.Empty;
        }

        var lows = ImmutableArray.CreateBuilder<long>();
        var counts = ImmutableArray.CreateBuilder<long>();
        foreach (var range in Buckets.AsSpan().Split(' '))
        {
            var bucket = Buckets.AsSpan()[range];
            var cross = bucket.IndexOf('x');
            lows.Add(long.Parse(bucket[..Math.Max(cross, 0)], NumberStyles.None, CultureInfo.InvariantCulture));
            counts.Add(long.Parse(bucket[(cross + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return new Distribution(lows.DrainToImmutable(), counts.DrainToImmutable(), Minimum, Maximum, Sum);
    }

    /// <summary>Arithmetic mean; 0 if empty.</summary>
    [JsonIgnore]
    public double Mean => Count == 0 ? 0 : (double)Sum / Count;
}
