using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Combinatorics;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Cli.Payloads;

/// <summary>What the user asked for, worked out: which payloads, and how many.</summary>
/// <param name="Kind">The word of <c>--kind</c>, or <c>mix</c>.</param>
/// <param name="Payloads">The payloads; without end where none is in sight.</param>
/// <param name="Whole">How many make the set complete: a round of cases, or the rows of an array; null for a mix.</param>
/// <param name="HasEnd">Whether there are no more than <paramref name="Whole"/>.</param>
internal sealed record PayloadOrder(string Kind, IEnumerable<Payload> Payloads, int? Whole, bool HasEnd)
{
    /// <summary>The kinds that can be asked for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["valid", "boundary", "violating", "pairwise", "threeway"];

    /// <summary>Payloads of one kind.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="withViolations">Whether a covering array is followed by its violating rows.</param>
    public static PayloadOrder OfKind(string kind, ulong seed, bool withViolations) => kind switch
    {
        "valid" => Rounds(kind, new ValidPayloads(seed)),
        "boundary" => Rounds(kind, new BoundaryPayloads(seed)),
        "violating" => Rounds(kind, new ViolatingPayloads(seed)),
        "pairwise" => Array(kind, CoveringArray.Pairwise(seed), withViolations),
        _ => Array(kind, CoveringArray.ThreeWay(seed), withViolations),
    };

    /// <summary>A mix of kinds.</summary>
    public static PayloadOrder OfMix(PayloadMix mix, ulong seed, ApiProfile profile) =>
        new("mix", new PayloadStream(seed, mix, profile).From(), Whole: null, HasEnd: false);

    private static PayloadOrder Rounds(string kind, IPayloadRounds source) => new(kind, source.From(), source.Round, HasEnd: false);

    private static PayloadOrder Array(string kind, CoveringArray array, bool withViolations)
    {
        var rows = withViolations ? array.Rows.AddRange(array.Violations) : array.Rows;
        return new PayloadOrder(kind, rows, rows.Length, HasEnd: true);
    }
}
