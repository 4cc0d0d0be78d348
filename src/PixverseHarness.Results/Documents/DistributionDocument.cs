using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Documents;

/// <summary>A distribution as it is stored: enough to merge and to compare runs exactly.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Minimum">Least value, in the unit of the member that holds this.</param>
/// <param name="Maximum">Greatest value.</param>
/// <param name="Sum">Sum of all values.</param>
/// <param name="Buckets">
/// The filled buckets, ascending, separated by blanks: how much further than the bucket before each one starts (the first:
/// from 0), and <c>x</c> and its count unless that is 1. <c>1000 24x3</c> is one value at 1000 and three at 1024.
/// </param>
public sealed record DistributionDocument(long Count, long Minimum, long Maximum, long Sum, string Buckets)
{
    /// <summary>Stores a distribution.</summary>
    public static DistributionDocument Of(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var text = new StringBuilder();
        long before = 0;
        for (var index = 0; index < distribution.Lows.Length; index++)
        {
            text.Append(index == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{distribution.Lows[index] - before}");
            if (distribution.Counts[index] > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"x{distribution.Counts[index]}");
            }

            before = distribution.Lows[index];
        }

        return new DistributionDocument(
            distribution.Count, distribution.Minimum, distribution.Maximum, distribution.Sum, text.ToString());
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
        long low = 0;
        foreach (var range in Buckets.AsSpan().Split(' '))
        {
            var bucket = Buckets.AsSpan()[range];
            var cross = bucket.IndexOf('x');
            low += long.Parse(cross < 0 ? bucket : bucket[..cross], NumberStyles.None, CultureInfo.InvariantCulture);
            lows.Add(low);
            counts.Add(cross < 0 ? 1 : long.Parse(bucket[(cross + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return new Distribution(lows.DrainToImmutable(), counts.DrainToImmutable(), Minimum, Maximum, Sum);
    }

    /// <summary>Arithmetic mean; 0 if empty.</summary>
    [JsonIgnore]
    public double Mean => Count == 0 ? 0 : (double)Sum / Count;
}
