using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Combinatorics;
using PixverseHarness.Payloads.Coverage;
using PixverseHarness.Payloads.Expectations;

namespace PixverseHarness.Cli.Payloads;

/// <summary>Says what a set of payloads covers and what it lacks.</summary>
internal sealed class CoverageReport
{
    private const int MostNamed = 20;

    private readonly string _kind;
    private readonly string _seedLine;
    private readonly ApiProfile _profile;
    private readonly List<Payload> _payloads;
    private readonly CoverageMatrix? _matrix;
    private readonly TupleCoverage? _tuples;

    /// <summary>Examines payloads.</summary>
    /// <param name="kind">The word of <c>--kind</c>.</param>
    /// <param name="payloads">The payloads.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="seedLine">What the payloads follow from.</param>
    public CoverageReport(string kind, IEnumerable<Payload> payloads, ApiProfile profile, string seedLine)
    {
        (_kind, _profile, _seedLine) = (kind, profile, seedLine);
        _payloads = [.. payloads];
        switch (kind)
        {
            case "violating":
                _matrix = CoverageMatrices.OfViolations(_payloads);
                break;
            case "boundary":
                _matrix = CoverageMatrices.OfBoundaries(_payloads);
                break;
            default:
                var valid = _payloads.Where(p => p.Kind == PayloadKind.Valid).Select(p => RequestReader.Read(p.Body, profile).Request);
                _tuples = TupleCoverage.Of(valid, kind == "threeway" ? 3 : 2);
                break;
        }

        Missing = [.. _matrix?.Missing ?? _tuples!.Missing];
        if (kind == "valid" && Combinations < EnumCombination.AllValid.Length)
        {
            Missing = Missing.Add($"{EnumCombination.AllValid.Length - Combinations} of the {EnumCombination.AllValid.Length} enum combinations");
        }
    }

    /// <summary>What should be there and is not.</summary>
    public ImmutableArray<string> Missing { get; }

    private int Combinations => _payloads.Select(p => p.Request!)
        .Select(r => new EnumCombination(r.AspectRatio, r.Duration, r.MotionMode, r.Quality, r.Style)).Distinct().Count();

    private ImmutableArray<string> AcceptedFamilies =>
    [
        .. _payloads.Where(p => p.Kind == PayloadKind.Violating && p.Expect(_profile).Answer == ExpectedAnswer.Accepted)
            .Select(p => p.Label.Family).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Writes one JSON document.</summary>
    public void WriteJson(TextWriter output)
    {
        var cells = _matrix is { } matrix
            ? from parameter in matrix.Parameters
              from family in matrix.Families
              let count = matrix.CountOf(parameter, family)
              where count is not null
              select new CoverageCell([parameter, family], Payloads: count)
            : _tuples!.Groups.Select(g => new CoverageCell(g.Parameters, Required: g.Required, Covered: g.Required - g.Missing.Length));
        var document = new CoverageDocument(1, _kind, _payloads.Count, _seedLine, _profile.Name, [.. cells], Missing, AcceptedFamilies);
        output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.CoverageDocument));
    }

    /// <summary>Writes a table, and below it what is missing.</summary>
    public void WriteText(TextWriter output)
    {
        if (_matrix is { } matrix)
        {
            WriteMatrix(output, matrix);
            output.WriteLine($"{_payloads.Count} payloads, {matrix.Required} cells required, {Gaps()}");
        }
        else
        {
            WriteGroups(output, _tuples!);
            if (_kind == "valid")
            {
                output.WriteLine($"{Combinations} of {EnumCombination.AllValid.Length} enum combinations");
            }

            output.WriteLine($"{_payloads.Count} payloads, {_tuples!.Required} combinations of {_tuples.Strength} required, {Gaps()}");
        }

        if (AcceptedFamilies is { IsEmpty: false } accepted)
        {
            output.WriteLine($"The {_profile.Name} profile accepts some of: {string.Join(", ", accepted)}; see --describe and --switch.");
        }
    }

    private static void WriteMatrix(TextWriter output, CoverageMatrix matrix)
    {
        var widest = matrix.Families.Max(f => f.Length);
        output.WriteLine($"{"".PadRight(widest)}  {string.Join("  ", matrix.Parameters)}");
        foreach (var family in matrix.Families)
        {
            var cells = matrix.Parameters.Select(p => (matrix.CountOf(p, family) switch
            {
                null => "-",
                0 => "GAP",
                { } count => count.ToString(CultureInfo.InvariantCulture),
            }).PadLeft(p.Length));
            output.WriteLine($"{family.PadRight(widest)}  {string.Join("  ", cells)}");
        }
    }

    private static void WriteGroups(TextWriter output, TupleCoverage tuples)
    {
        var names = tuples.Groups.Select(g => string.Join(" x ", g.Parameters)).ToList();
        var widest = names.Max(n => n.Length);
        foreach (var (name, group) in names.Zip(tuples.Groups))
        {
            output.WriteLine($"{name.PadRight(widest)}  {group.Required - group.Missing.Length,3} of {group.Required,3}");
        }
    }

    private string Gaps() => Missing.Length == 0
        ? "no gap"
        : $"{Missing.Length} missing: {string.Join("; ", Missing.Take(MostNamed))}{(Missing.Length > MostNamed ? "; ..." : "")}";
}
