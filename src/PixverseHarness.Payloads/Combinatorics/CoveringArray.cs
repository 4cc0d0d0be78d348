using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Payloads.Prompts;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Payloads.Violations;

namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>
/// Few valid payloads that hold every pair, or every triple, of values that R1 to R3 let stand together; and beside
/// them payloads with one violating value each, which together meet every value (or pair) of all other parameters.
/// Violating values stay one to a payload, because the first fault that a target finds hides the others.
/// </summary>
public sealed class CoveringArray
{
    private static readonly int[] EveryFactor = [.. Enumerable.Range(0, Factor.All.Length)];

    private static readonly IReadOnlyList<int>[] Levels = [.. ValidSpace.Points.Select(p => (IReadOnlyList<int>)p.Levels)];

    private readonly Lazy<ImmutableArray<Payload>> _violations;
    private readonly PromptWriter _prompts = new();
    private readonly ulong _seed;
    private readonly string _family;

    private CoveringArray(int strength, string family, ulong seed)
    {
        _seed = seed;
        _family = family;
        Strength = strength;

        var draws = new SeededDraws(seed, family);
        var (picked, lowerBound) = GreedyCover.Find(Levels, [.. FactorGroups.Of(EveryFactor, strength)], draws);
        LowerBound = lowerBound;
        Rows = [.. picked.Select((point, row) => Row(ValidSpace.Points[point], row, draws))];
        _violations = new Lazy<ImmutableArray<Payload>>(() => [.. EveryFactor.SelectMany(Violating)]);
    }

    /// <summary>How many parameters are combined: 2 or 3.</summary>
    public int Strength { get; }

    /// <summary>The valid payloads.</summary>
    public ImmutableArray<Payload> Rows { get; }

    /// <summary>The fewest rows that any array of this strength can have.</summary>
    public int LowerBound { get; }

    /// <summary>Payloads with one value outside its set.</summary>
    public ImmutableArray<Payload> Violations => _violations.Value;

    /// <summary>Every pair; at most 36 rows.</summary>
    /// <param name="seed">Another seed gives another array.</param>
    public static CoveringArray Pairwise(ulong seed) => new(2, "pairwise", seed);

    /// <summary>Every triple; at most 150 rows.</summary>
    /// <param name="seed">Another seed gives another array.</param>
    public static CoveringArray ThreeWay(ulong seed) => new(3, "threeway", seed);

    private Payload Row(ValidSpace.Point point, int row, SeededDraws draws)
    {
        var request = point.ToRequest(_prompts, draws.Randomizer(1000 + row));
        return ValidPayloads.ToPayload(request, new PayloadLabel(_family, PayloadLabel.Body, RowName(row), Standing.Valid));
    }

    private IEnumerable<Payload> Violating(int factor)
    {
        var outsiders = ParameterViolations.OutsideOf(Factor.All[factor].Name);
        if (outsiders.Count == 0)
        {
            return [];
        }

        var draws = new SeededDraws(_seed, $"{_family}-{Factor.All[factor].Name}");
        var others = FactorGroups.Of([.. EveryFactor.Where(f => f != factor)], Strength - 1);
        return GreedyCover.Find(Levels, [.. others], draws).Picked.Select((point, row) =>
        {
            var outsider = outsiders[row % outsiders.Count];
            return new Payload
            {
                Kind = PayloadKind.Violating,
                Body = outsider.Write(ValidSpace.Points[point].ToRequest(_prompts, draws.Randomizer(1000 + row))),
                Label = outsider.Label with { Case = $"{outsider.Label.Case}-{_family}-{RowName(row)}" },
            };
        });
    }

    private static string RowName(int row) => string.Create(CultureInfo.InvariantCulture, $"row-{row + 1:000}");
}
