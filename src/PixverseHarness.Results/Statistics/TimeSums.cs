using System.Collections.Immutable;

namespace PixverseHarness.Results.Statistics;

/// <summary>Durations summed up along a run.</summary>
/// <param name="Jobs">How many, one entry a bucket.</param>
/// <param name="Sums">Their sums.</param>
internal readonly record struct TimeSums(ImmutableArray<long> Jobs, ImmutableArray<long> Sums)
{
    /// <summary>Buckets up to the last that holds a job.</summary>
    public int Length
    {
        get
        {
            var length = Jobs.Length;
            while (length > 0 && Jobs[length - 1] == 0)
            {
                length--;
            }

            return length;
        }
    }

    /// <summary>The means of <paramref name="count"/> stretches, as equal as whole buckets allow; null for one without a job, and none if there are fewer buckets.</summary>
    public IEnumerable<double?> Means(int count)
    {
        var length = Length;
        for (var stretch = 0; stretch < count && length >= count; stretch++)
        {
            long jobs = 0, sum = 0;
            for (var bucket = stretch * length / count; bucket < (stretch + 1) * length / count; bucket++)
            {
                jobs += Jobs[bucket];
                sum += Sums[bucket];
            }

            yield return jobs == 0 ? null : (double)sum / jobs;
        }
    }
}
