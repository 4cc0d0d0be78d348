using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Findings;

/// <summary>How much a finding weighs. Errors fail a run, the rest is told.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Worth acting on, and no reason to fail.</summary>
    Warning,

    /// <summary>A clause is violated.</summary>
    Error,
}
