namespace PixverseHarness.Results.Statistics;

/// <summary>
/// Quantiles in the presence of jobs that outlived our watching: the product-limit estimator of Kaplan and Meier (1958).
/// Without censored values it is the usual empirical quantile (nearest rank).
/// </summary>
internal static class KaplanMeier
{
    // A product of n ratios carries a rounding error of about n units in the last place.
    private const double Tolerance = 1e-9;

    /// <summary>
    /// The least value that at least the share <paramref name="probability"/> of jobs does not exceed; null if the
    /// estimate never gets there ("not reached"). A censored value in the same bucket as an event counts as later.
    /// </summary>
    public static long? Quantile(Distribution events, Distribution censored, double probability)
    {
        var atRisk = events.Count + censored.Count;
        if (censored.Count == 0)
        {
            return atRisk == 0 ? null : events.AtRank(Math.Max(1, (long)Math.Ceiling((probability * atRisk) - Tolerance)));
        }

        var surviving = 1.0;
        var next = 0;
        for (var index = 0; index < events.Lows.Length; index++)
        {
            for (; next < censored.Lows.Length && censored.Lows[next] < events.Lows[index]; next++)
            {
                atRisk -= censored.Counts[next];
            }

            surviving *= 1 - ((double)events.Counts[index] / atRisk);
            atRisk -= events.Counts[index];
            if (1 - surviving >= probability - Tolerance)
            {
                return events.Value(index);
            }
        }

        return null;
    }
}
