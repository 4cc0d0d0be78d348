using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Comparison;

/// <summary>What became of a figure between two runs.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ComparisonState>))]
public enum ComparisonState
{
    /// <summary>No difference that is both significant and large enough to matter.</summary>
    Same,

    /// <summary>Better by both measures.</summary>
    Improved,

    /// <summary>Worse by both measures.</summary>
    Regressed,

    /// <summary>Not decidable: too little data, or numbers that are not to be trusted.</summary>
    Inconclusive,
}
