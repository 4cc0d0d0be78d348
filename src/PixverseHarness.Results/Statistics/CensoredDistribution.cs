namespace PixverseHarness.Results.Statistics;

/// <summary>
/// Durations of which some are known exactly, some only between two bounds, and some only as "longer than".
/// </summary>
/// <param name="Lower">For each ended job the least value that its observation allows.</param>
/// <param name="Upper">For each ended job the greatest value that its observation allows; the same as <paramref name="Lower"/> if exact.</param>
/// <param name="Censored">For each job that outlived our watching, how long it had lived.</param>
public sealed record CensoredDistribution(Distribution Lower, Distribution Upper, Distribution Censored)
{
    /// <summary>Nothing observed.</summary>
    public static readonly CensoredDistribution Empty = new(Distribution.Empty, Distribution.Empty, Distribution.Empty);

    /// <summary>Ended and censored jobs together.</summary>
    public long Count => Lower.Count + Censored.Count;

    /// <summary>True if every ended job is known exactly.</summary>
    public bool IsExact => ReferenceEquals(Lower, Upper);

    /// <summary>Mean of the interval midpoints of the ended jobs; with censored jobs the true mean is greater.</summary>
    public double Mean => (Lower.Mean + Upper.Mean) / 2;

    /// <summary>Both observations as one.</summary>
    public CensoredDistribution Merge(CensoredDistribution other)
    {
        var lower = Lower.Merge(other.Lower);
        return new CensoredDistribution(
            lower,
            IsExact && other.IsExact ? lower : Upper.Merge(other.Upper),
            Censored.Merge(other.Censored));
    }

    /// <summary>What was observed since an older state of the same recording.</summary>
    public CensoredDistribution Since(CensoredDistribution earlier)
    {
        var lower = Lower.Since(earlier.Lower);
        return new CensoredDistribution(
            lower,
            IsExact && earlier.IsExact ? lower : Upper.Since(earlier.Upper),
            Censored.Since(earlier.Censored));
    }
}
