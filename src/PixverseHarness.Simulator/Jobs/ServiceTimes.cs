using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Randomness;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// How long jobs wait and run (section 11, inferred): log-normal with a median of 42 s and a 95th percentile of 72 s,
/// hence a mean of 44.3 s, which meets the published average of 44.226 s; times 1.6 for 8 s, 1.5 for 1080p and 0.7
/// for fast motion. An idle queue takes 20 to 300 ms.
/// </summary>
internal static class ServiceTimes
{
    private const double MedianSeconds = 42;

    // ln(72 / 42) / 1.645: puts the 95th percentile at 72 s.
    private const double Sigma = 0.328;

    // Times on the wire have four decimals; drawing whole steps of 0.1 ms keeps every answer exact.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(0.1);

    /// <summary>Draws the time on the worker.</summary>
    public static TimeSpan DrawService(ref FateStream random, VideoRequest request)
    {
        var factor = (request.Duration == ClipDuration.EightSeconds ? 1.6 : 1.0)
            * (request.Quality == Quality.P1080 ? 1.5 : 1.0)
            * (request.MotionMode == MotionMode.Fast ? 0.7 : 1.0);
        return TimeSpan.FromSeconds(MedianSeconds * factor * Math.Exp(Sigma * random.NextNormal()));
    }

    /// <summary>Draws the time before a worker can have the job.</summary>
    public static TimeSpan DrawQueue(ref FateStream random) => TimeSpan.FromSeconds(0.02 + (0.28 * random.NextUnit()));

    /// <summary>Time on the worker of a job that fails without running the model: late validation takes milliseconds, moderation about two seconds (sections 4 and 14).</summary>
    public static TimeSpan OfFailure(ref FateStream random, double meanSeconds) =>
        TimeSpan.FromSeconds(meanSeconds * (0.5 + random.NextUnit()));

    /// <summary>Rounds up to whole steps of 0.1 ms.</summary>
    public static TimeSpan Round(TimeSpan time) => new((time.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks);
}
