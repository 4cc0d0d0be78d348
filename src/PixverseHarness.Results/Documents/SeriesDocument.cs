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

    /// <summary>Jobs whose end-to-end time counts, by intended instant: completed ones and those that outlived our watching. Empty before version 1.2.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public ImmutableArray<long> EndToEndJobs
    {
        get => Known(field);
        init;
    }

    /// <summary>The sum of their end-to-end times in microseconds; of a job that outlived our watching, as far as it was seen.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public ImmutableArray<long> EndToEndUs
    {
        get => Known(field);
        init;
    }

    /// <summary>Those among them whose queue wait is known, if only within bounds. Empty before version 1.2.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public ImmutableArray<long> QueueWaitJobs
    {
        get => Known(field);
        init;
    }

    /// <summary>The sum of their queue waits in microseconds: as the service states them, else the middle of the bounds.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public ImmutableArray<long> QueueWaitUs
    {
        get => Known(field);
        init;
    }

    /// <summary>Greatest lateness of a submit, in microseconds.</summary>
    [JsonConverter(typeof(CompactLongsConverter))]
    public required ImmutableArray<long> SubmitLatenessMaximumUs { get; init; }

    // A reader leaves what its document does not have at the default.
    private static ImmutableArray<long> Known(ImmutableArray<long> column) => column.IsDefault ? [] : column;
}
