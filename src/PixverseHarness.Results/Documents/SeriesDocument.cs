using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Documents;

/// <summary>The run over time, one entry a bucket; the first bucket starts with the run.</summary>
public sealed record SeriesDocument
{
    /// <summary>Width of a bucket in microseconds.</summary>
    public required long BucketUs { get; init; }

    /// <summary>Arrivals by intended instant.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> Offered { get; init; }

    /// <summary>Submits by actual start.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> Sent { get; init; }

    /// <summary>Completed jobs by their end.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> Completed { get; init; }

    /// <summary>Jobs that ended in any other way, by their end.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> OtherwiseEnded { get; init; }

    /// <summary>Arrivals that were shed, by the instant of shedding.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> Shed { get; init; }

    /// <summary>Status requests by actual start.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> Polls { get; init; }

    /// <summary>Jobs in flight, integrated over time: divided by the bucket's width it is their mean.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> JobMicroseconds { get; init; }

    /// <summary>Most jobs in flight at once.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> InFlightMaximum { get; init; }

    /// <summary>Greatest lateness of a submit, in microseconds.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> SubmitLatenessMaximumUs { get; init; }
}
