using PixverseHarness.Results.Documents;

namespace PixverseHarness.Results.Statistics;

/// <summary>
/// Little's law L = lambda x W on a run's own books: the mean number in flight as the engine counted it against the
/// product of arrival rate and mean time in flight as the jobs themselves report it. Both add up the same stays between the
/// same instants, so they are equal however few the jobs; a difference means lost jobs or wrong measuring, whatever the load.
/// </summary>
/// <param name="MeanInFlight">L, from the engine's count integrated over the run.</param>
/// <param name="SentPerSecond">lambda, jobs sent or taken over per second of the run.</param>
/// <param name="MeanSecondsInFlight">W, mean time in flight within the run, over all jobs sent or taken over.</param>
public sealed record LittleCheck(double MeanInFlight, double SentPerSecond, double MeanSecondsInFlight)
{
    /// <summary>lambda x W.</summary>
    public double Product => SentPerSecond * MeanSecondsInFlight;

    /// <summary>Whether any job was in flight for any time; if not, both sides are 0 and their agreement means nothing.</summary>
    public bool IsMeaningful => MeanInFlight > 0 || Product > 0;

    /// <summary>Difference of both sides as a share of the greater one; 0 if both are 0.</summary>
    public double RelativeDifference => Math.Max(MeanInFlight, Product) is > 0 and var greater
        ? Math.Abs(MeanInFlight - Product) / greater
        : 0;

    internal static LittleCheck Of(MeasuredDocument run)
    {
        if (run.DurationUs == 0 || run.Sent == 0)
        {
            return new LittleCheck(0, 0, 0);
        }

        return new LittleCheck(
            (double)run.Series.JobMicroseconds.Sum() / run.DurationUs,
            run.Sent / (run.DurationUs / Units.PerSecond),
            run.Totals.TimeInFlightUs / Units.PerSecond / run.Sent);
    }
}
