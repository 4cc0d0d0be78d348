using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Thresholds;

/// <summary>A threshold judged.</summary>
public sealed record ThresholdResult
{
    /// <summary>The threshold in its normal form.</summary>
    public required string Threshold { get; init; }

    /// <summary>What became of it.</summary>
    public required ThresholdState State { get; init; }

    /// <summary>
    /// The value compared, in base units; null if there is none, or if jobs that outlived our watching put it beyond reach.
    /// Where polling leaves bounds, it is the bound that speaks against the condition.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>The limit in base units: microseconds, a share from 0 to 1, a count, or a count per second.</summary>
    public required double Limit { get; init; }

    /// <summary>Observations behind the value.</summary>
    public required long Samples { get; init; }

    /// <summary>When it was first crossed while the run went on, in microseconds from its start; null if it was not watched or not crossed.</summary>
    public long? CrossedAtUs { get; init; }

    /// <summary>One sentence with value, limit and sample.</summary>
    public required string Sentence { get; init; }

    /// <summary>True if the run may not pass because of it.</summary>
    [JsonIgnore]
    public bool Fails => State is ThresholdState.Crossed or ThresholdState.NoData;
}
