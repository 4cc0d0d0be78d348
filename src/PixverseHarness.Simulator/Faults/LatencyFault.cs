using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Answers later. The work itself is done at once, so that a client that gives up has still created its job. The time is
/// fixed, or drawn uniformly from <paramref name="delay"/> to <paramref name="upTo"/>, or log-normal with the median
/// <paramref name="delay"/> and the 95th percentile <paramref name="p95"/>.
/// </summary>
public sealed class LatencyFault(TimeSpan delay, TimeSpan? upTo = null, TimeSpan? p95 = null) : Fault
{
    // The 95th percentile of the standard normal distribution.
    private const double Normal95 = 1.6448536269514722;

    /// <inheritdoc/>
    public override string Name => "latency";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => answer.After(new TwinStep.Wait(scope.Paced(Draw(scope))));

    private TimeSpan Draw(FaultScope scope)
    {
        var random = scope.Stream("delay");
        if (upTo is { } longest)
        {
            return delay + ((longest - delay) * random.NextUnit());
        }

        if (p95 is { } tail)
        {
            var sigma = Math.Log(tail / delay) / Normal95;
            return delay * Math.Exp(sigma * random.NextNormal());
        }

        return delay;
    }
}
