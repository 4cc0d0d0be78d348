using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Recording;

/// <summary>Records durations that are exact, known between two bounds, or censored. Histograms come into being with their first value.</summary>
internal sealed class DurationRecorder
{
    private ValueHistogram? _exact;
    private ValueHistogram? _lower;
    private ValueHistogram? _upper;
    private ValueHistogram? _censored;

    public void Record(in PhaseDuration duration)
    {
        if (duration.IsCensored)
        {
            Slot.Ensure(ref _censored).Record(duration.Low);
        }
        else if (duration.IsExact)
        {
            Slot.Ensure(ref _exact).Record(duration.Low);
        }
        else
        {
            Slot.Ensure(ref _lower).Record(duration.Low);
            Slot.Ensure(ref _upper).Record(duration.High.GetValueOrDefault());
        }
    }

    public CensoredDistribution ToDistribution()
    {
        var exact = _exact?.ToDistribution() ?? Distribution.Empty;
        var censored = _censored?.ToDistribution() ?? Distribution.Empty;
        return _lower is { } lower && Volatile.Read(ref _upper) is { } upper
            ? new CensoredDistribution(lower.ToDistribution().Merge(exact), upper.ToDistribution().Merge(exact), censored)
            : new CensoredDistribution(exact, exact, censored);
    }
}
