using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Boundaries;
using PixverseHarness.Payloads.Violations;

namespace PixverseHarness.Payloads.Coverage;

/// <summary>
/// Which cells a matrix needs. Follows from the catalogue of parameters, not from the lists of cases, so that a case that
/// was forgotten shows as a gap.
/// </summary>
public static class CoverageMatrices
{
    private static readonly ImmutableArray<string> Rows =
        [.. ParameterCatalogue.All.Select(p => p.Name), PayloadLabel.Body, PayloadLabel.ContentType];

    private static readonly ImmutableArray<string> ViolationFamilies =
    [
        ViolationFamily.Missing, ViolationFamily.Null, ViolationFamily.WrongType, ViolationFamily.OutOfEnum, ViolationFamily.WrongCase,
        ViolationFamily.Padded, ViolationFamily.Empty, ViolationFamily.TooLong, ViolationFamily.OutOfRange, ViolationFamily.R1, ViolationFamily.R2,
        ViolationFamily.R3, ViolationFamily.UnknownMember, ViolationFamily.DuplicateMember, ViolationFamily.MalformedJson,
        ViolationFamily.NotAnObject, ViolationFamily.WrongEncoding, ViolationFamily.MissingContentType, ViolationFamily.WrongContentType,
    ];

    private static readonly ImmutableArray<string> BoundaryFamilies =
    [
        BoundaryFamily.Length, BoundaryFamily.Unicode, BoundaryFamily.Value, BoundaryFamily.NumberForm, BoundaryFamily.Rules,
        BoundaryFamily.Presence, BoundaryFamily.Names, BoundaryFamily.Layout, BoundaryFamily.Header,
    ];

    /// <summary>Parameter by kind of violation.</summary>
    public static CoverageMatrix OfViolations(IEnumerable<Payload> payloads) => new(Rows, ViolationFamilies, CanBeViolated, payloads);

    /// <summary>Parameter by kind of edge.</summary>
    public static CoverageMatrix OfBoundaries(IEnumerable<Payload> payloads) => new(Rows, BoundaryFamilies, HasEdge, payloads);

    private static bool CanBeViolated(string row, string family)
    {
        if (ParameterCatalogue.Find(row) is not { } spec)
        {
            return row == PayloadLabel.Body
                ? family is ViolationFamily.MalformedJson or ViolationFamily.NotAnObject or ViolationFamily.WrongEncoding or ViolationFamily.UnknownMember
                : family is ViolationFamily.MissingContentType or ViolationFamily.WrongContentType;
        }

        var isText = spec.Type == ParameterType.Text;
        return family switch
        {
            ViolationFamily.Missing => spec.Required,
            ViolationFamily.Null => !spec.Nullable,
            ViolationFamily.OutOfEnum => spec.IsEnum,
            ViolationFamily.WrongCase => spec.Allowed.Any(v => v.Any(char.IsLetter)),
            ViolationFamily.Padded => spec.IsEnum && isText,
            ViolationFamily.Empty => !isText || spec.IsEnum || spec.Required,
            ViolationFamily.TooLong => isText && !spec.IsEnum,
            ViolationFamily.OutOfRange => !isText && !spec.IsEnum,
            ViolationFamily.R1 or ViolationFamily.R2 or ViolationFamily.R3 =>
                CrossFieldRules.All.Any(r => r.IfParameter == row && string.Equals(r.Id, family, StringComparison.OrdinalIgnoreCase)),
            ViolationFamily.WrongType or ViolationFamily.UnknownMember or ViolationFamily.DuplicateMember => true,
            _ => false,
        };
    }

    private static bool HasEdge(string row, string family)
    {
        if (ParameterCatalogue.Find(row) is not { } spec)
        {
            return row == PayloadLabel.Body
                ? family is BoundaryFamily.Presence or BoundaryFamily.Names or BoundaryFamily.Layout
                : family is BoundaryFamily.Header;
        }

        return family switch
        {
            BoundaryFamily.Length => spec is { Type: ParameterType.Text, IsEnum: false },
            BoundaryFamily.Unicode => spec.Type == ParameterType.Text,
            BoundaryFamily.Value => spec.IsEnum || spec.Type == ParameterType.Integer,
            BoundaryFamily.NumberForm => spec.Type == ParameterType.Integer,
            BoundaryFamily.Rules => row == "quality",
            _ => false,
        };
    }
}
