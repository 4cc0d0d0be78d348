using PixverseHarness.Results.Documents;

namespace PixverseHarness.Results.Thresholds;

/// <summary>A metric of the threshold language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Tags">Tags that select a part of it.</param>
/// <param name="Read">Reads it from what a run measured.</param>
/// <param name="RequiredTag">A tag without which it would pool what must not be pooled; null if none.</param>
internal sealed record Metric(
    string Name,
    MetricKind Kind,
    IReadOnlyList<string> Tags,
    Func<MeasuredDocument, TagSet, MetricReading> Read,
    string? RequiredTag = null)
{
    /// <summary>Aggregates that the kind has.</summary>
    public IReadOnlyList<string> Aggregates => Kind switch
    {
        MetricKind.Duration or MetricKind.Number => ["avg", "min", "max", "med", "p(N)", "count"],
        MetricKind.Share or MetricKind.Counter => ["count", "rate"],
        MetricKind.Level => ["avg", "max"],
        _ => ["value"],
    };
}
