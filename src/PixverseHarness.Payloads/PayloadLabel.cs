using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Payloads;

/// <summary>What is special about a payload.</summary>
/// <param name="Family">The kind of violation or edge, in snake case, for example <c>wrong_case</c> or <c>length</c>; <c>valid</c> for a valid payload.</param>
/// <param name="Parameter">The parameter that it is about, or <see cref="Body"/> or <see cref="ContentType"/>.</param>
/// <param name="Case">Which case of the family, in kebab case, for example <c>2048-code-points</c>.</param>
/// <param name="Standing">What the contract says, whatever the profile.</param>
public sealed record PayloadLabel(string Family, string Parameter, string Case, Standing Standing)
{
    /// <summary>Stands for the body as a whole.</summary>
    public const string Body = "body";

    /// <summary>Stands for the header.</summary>
    public const string ContentType = "header";

    /// <summary>
    /// The one kind of fault that the contract's reader finds in a violating payload, under every profile that refuses it;
    /// null when only the header is wrong, and for valid and boundary payloads.
    /// </summary>
    public ParameterFaultKind? Fault { get; init; }

    /// <summary>The JSON member that the fault names; empty for the body as a whole.</summary>
    public string Member { get; init; } = Parameter;

    /// <summary>The one cross-field rule that is broken, if it is one.</summary>
    public CrossFieldRule? Rule { get; init; }

    /// <summary>A stable name, for example <c>wrong_case/quality/upper</c>, by which reports and tests call the case.</summary>
    public string Name => $"{Family}/{Parameter}/{Case}";
}
