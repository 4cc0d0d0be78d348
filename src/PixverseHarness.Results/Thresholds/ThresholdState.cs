using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Thresholds;

/// <summary>What became of a threshold.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ThresholdState>))]
public enum ThresholdState
{
    /// <summary>The condition holds.</summary>
    Kept,

    /// <summary>The condition is broken.</summary>
    Crossed,

    /// <summary>There was nothing to judge, and that counts as failing.</summary>
    NoData,

    /// <summary>There was too little to judge: neither kept nor crossed.</summary>
    TooFewSamples,
}
