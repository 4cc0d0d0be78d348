using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Boundaries;
using PixverseHarness.Payloads.Violations;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>Which clauses a payload speaks of, by its label.</summary>
internal static class PayloadClauses
{
    private static readonly Dictionary<string, string> OfParameter = new(StringComparer.Ordinal)
    {
        ["prompt"] = "PV-PARAM-001", ["aspect_ratio"] = "PV-PARAM-003", ["duration"] = "PV-PARAM-004", ["motion_mode"] = "PV-PARAM-005",
        ["quality"] = "PV-PARAM-006", ["negative_prompt"] = "PV-PARAM-007", ["seed"] = "PV-PARAM-008", ["style"] = "PV-PARAM-009",
    };

    private static readonly Dictionary<string, string> OfRule = new(StringComparer.Ordinal)
    {
        ["R1"] = "PV-RULE-001", ["R2"] = "PV-RULE-002", ["R3"] = "PV-RULE-003",
    };

    /// <summary>All clauses that a violating payload can speak of.</summary>
    public static ImmutableArray<string> OfViolations { get; } =
    [
        .. OfParameter.Values, .. OfRule.Values, "PV-PARAM-002", "PV-PARAM-013", "PV-PARAM-014", "PV-PARAM-015", "PV-PARAM-016", "PV-PARAM-017",
        "PV-PARAM-018", "PV-PARAM-019", "PV-PARAM-020", "PV-PARAM-022", "PV-PARAM-023", "PV-PARAM-028", "PV-PARAM-029", "PV-PARAM-030",
        "PV-PARAM-031", "PV-BODY-003", "PV-BODY-004", "PV-BODY-006", "PV-BODY-007", "PV-BODY-008", "PV-BODY-009", "PV-BODY-010", "PV-BODY-011",
    ];

    /// <summary>All clauses that a boundary payload can speak of.</summary>
    public static ImmutableArray<string> OfBoundaries { get; } =
    [
        .. OfParameter.Values, "PV-PARAM-010", "PV-PARAM-013", "PV-PARAM-024", "PV-PARAM-025", "PV-PARAM-026", "PV-PARAM-027", "PV-PARAM-028",
        "PV-PARAM-029", "PV-PARAM-030", "PV-PARAM-031", "PV-BODY-001", "PV-BODY-008", "PV-BODY-010", "PV-BODY-013", "PV-RULE-004",
    ];

    /// <summary>The clauses that a violating payload speaks of.</summary>
    public static ImmutableArray<string> OfViolation(PayloadLabel label) => label.Fault switch
    {
        null => [label.Family == ViolationFamily.MissingContentType ? "PV-BODY-003" : "PV-BODY-004"],
        ParameterFaultKind.MalformedJson => ["PV-BODY-006"],
        ParameterFaultKind.NotAnObject => ["PV-BODY-007"],
        ParameterFaultKind.RuleBroken => [OfRule[label.Rule!.Id]],
        ParameterFaultKind.UnknownMember => ["PV-BODY-008", "PV-BODY-009"],
        ParameterFaultKind.DuplicateMember => ["PV-BODY-010", "PV-BODY-011"],
        ParameterFaultKind.TooLong => ["PV-PARAM-030", "PV-PARAM-031"],
        ParameterFaultKind.OutOfRange => ["PV-PARAM-028", "PV-PARAM-029"],
        ParameterFaultKind.Missing when label.Parameter == "prompt" => ["PV-PARAM-001", "PV-PARAM-015"],
        ParameterFaultKind.Missing => ["PV-PARAM-022", "PV-PARAM-023"],
        ParameterFaultKind.Empty => ["PV-PARAM-002"],
        ParameterFaultKind.Null => [OfParameter[label.Parameter], "PV-PARAM-014"],
        ParameterFaultKind.WrongType => [OfParameter[label.Parameter], "PV-PARAM-016"],
        _ when label.Family is ViolationFamily.WrongCase or ViolationFamily.Padded => [OfParameter[label.Parameter], "PV-PARAM-013"],
        _ => [OfParameter[label.Parameter], "PV-PARAM-017", "PV-PARAM-018"],
    };

    /// <summary>The clauses that a boundary payload speaks of: what is promised where its label says so, else the open questions.</summary>
    public static ImmutableArray<string> OfBoundary(PayloadLabel label) => label.Standing == Standing.Unknown
        ? OfOpenQuestion(label)
        : label is { Family: BoundaryFamily.Presence, Case: "style-null" } ? ["PV-PARAM-010"]
        : label.Family == BoundaryFamily.Rules ? ["PV-RULE-004"]
        : [OfParameter.GetValueOrDefault(label.Parameter, label.Standing == Standing.Valid ? "PV-BODY-001" : "PV-PARAM-001")];

    private static ImmutableArray<string> OfOpenQuestion(PayloadLabel label) => label.Family switch
    {
        BoundaryFamily.NumberForm when label.Case.StartsWith("as-", StringComparison.Ordinal) => ["PV-PARAM-024", "PV-PARAM-025"],
        BoundaryFamily.NumberForm => ["PV-PARAM-026", "PV-PARAM-027"],
        BoundaryFamily.Value => ["PV-PARAM-028", "PV-PARAM-029"],
        BoundaryFamily.Length => ["PV-PARAM-030", "PV-PARAM-031"],
        BoundaryFamily.Names => ["PV-BODY-008", "PV-BODY-010"],
        _ => ["PV-BODY-013"],
    };
}
