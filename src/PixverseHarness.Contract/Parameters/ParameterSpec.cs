using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Parameters;

/// <summary>One parameter of a generation, on paper.</summary>
public sealed record ParameterSpec
{
    /// <summary>Name of the JSON member.</summary>
    public required string Name { get; init; }

    /// <summary>JSON type.</summary>
    public required ParameterType Type { get; init; }

    /// <summary>Whether the API page marks it as required. Whether leaving it out is refused or defaulted is unknown (section 4).</summary>
    public required bool Required { get; init; }

    /// <summary>Whether JSON null is a documented value.</summary>
    public bool Nullable { get; init; }

    /// <summary>The allowed values as they stand in JSON, without quotes; empty when the value is free.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>The documented default as it stands in JSON, without quotes; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>What it means, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it is known from.</summary>
    public Evidence Evidence { get; init; } = Evidence.Documented("API page", "4");

    /// <summary>Whether only the listed values are allowed.</summary>
    public bool IsEnum => !Allowed.IsEmpty;
}
