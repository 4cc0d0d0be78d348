using System.Collections.Immutable;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Documents;

/// <summary>The requests of one operation. Operations are never pooled: polls would drown the rest.</summary>
public sealed record RequestDocument
{
    /// <summary>The operation.</summary>
    public required RequestOperation Operation { get; init; }

    /// <summary>Requests with an error, no answer, or a status of 400 or more (a FAILED job's 422 included).</summary>
    public required long Failed { get; init; }

    /// <summary>Microseconds from sending to the end of the answer.</summary>
    public required DistributionDocument Durations { get; init; }

    /// <summary>Microseconds from the intended instant to the end of the answer; empty if the engine does not know that instant.</summary>
    public required DistributionDocument DurationsFromIntended { get; init; }

    /// <summary>Microseconds by which the generator sent later than intended; empty if the engine does not know when it meant to.</summary>
    public required DistributionDocument Lateness { get; init; }

    /// <summary>Counts by HTTP status or kind of error, the most frequent first.</summary>
    public required ImmutableArray<CountDocument> Answers { get; init; }
}
