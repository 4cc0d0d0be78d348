using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Documents;

/// <summary>What a run proves.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Every threshold holds and nothing speaks against the numbers.</summary>
    Passed,

    /// <summary>A threshold was crossed, or a clause violated.</summary>
    Failed,

    /// <summary>The run proves neither: no data, too little of it, or a generator that measured itself.</summary>
    Inconclusive,
}
