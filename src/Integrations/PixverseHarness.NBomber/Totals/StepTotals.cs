namespace PixverseHarness.NBomber.Totals;

/// <summary>What NBomber counted of one step, or of whole copies.</summary>
/// <param name="Name">Its name; empty for whole copies.</param>
/// <param name="Ok">How often it went well.</param>
/// <param name="Failed">How often it did not.</param>
/// <param name="P50">Median duration of those that went well, in milliseconds.</param>
/// <param name="P95">The 95th percentile of the same.</param>
internal readonly record struct StepTotals(string Name, long Ok, long Failed, double P50, double P95)
{
    /// <summary>How often it was taken.</summary>
    public long Count => Ok + Failed;
}
