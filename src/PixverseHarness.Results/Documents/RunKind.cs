using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Documents;

/// <summary>What a run was for.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RunKind>))]
public enum RunKind
{
    /// <summary>Jobs under load.</summary>
    Load,

    /// <summary>Clauses of the contract against a target.</summary>
    Verification,
}
