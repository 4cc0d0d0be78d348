using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Documents;

/// <summary>What a run was aimed at. Its address is of one machine and stands in the host document.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>The embedded twin.</summary>
    Simulator,

    /// <summary>A base URL.</summary>
    Url,

    /// <summary>The live API.</summary>
    Live,

    /// <summary>A recording.</summary>
    Recording,
}
