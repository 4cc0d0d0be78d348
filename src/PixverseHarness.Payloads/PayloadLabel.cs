using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Payloads;

/// <summary>What is special about a payload.</summary>
/// <param name="Parameter">The parameter that it is about, or <c>(body)</c> or <c>(content-type)</c>.</param>
/// <param name="Family">The edge or the kind of violation, in snake case, for example <c>length</c> or <c>wrong_case</c>; <c>valid</c> for a valid payload.</param>
/// <param name="Case">Which case of the family, in kebab case, for example <c>2048-code-points</c>.</param>
/// <param name="Standing">What the contract says, whatever the profile.</param>
public sealed record PayloadLabel(string Parameter, string Family, string Case, Standing Standing)
{
    /// <summary>Stands for the body as a whole.</summary>
    public const string Body = "(body)";

    /// <summary>Stands for the header.</summary>
    public const string ContentType = "(content-type)";

    /// <summary>The kind of fault that the contract's reader finds when the payload is refused for its body; null for a valid payload and for the header.</summary>
    public ParameterFaultKind? Fault { get; init; }

    /// <summary>The one cross-field rule that is broken, if it is one.</summary>
    public CrossFieldRule? Rule { get; init; }

    /// <summary>A stable name, for example <c>wrong_case/quality/upper</c>, by which reports and tests call the payload.</summary>
    public string Name => $"{Family}/{Parameter}/{Case}";
}
