using System.Collections.Immutable;
using PixverseHarness.Payloads.Boundaries;
using PixverseHarness.Payloads.Cases;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads;

/// <summary>
/// Payloads on and around every edge: lengths, Unicode, number forms, enum values, cross-field rules, member names, layout,
/// size, header. Each label says whether the contract accepts it, refuses it, or is silent.
/// </summary>
public sealed class BoundaryPayloads : IPayloadRounds
{
    private static readonly ImmutableArray<PayloadCase> Cases =
    [
        .. TextEdges.All(), .. NumberEdges.All(), .. EnumEdges.All(), .. BodyEdges.All(), .. HeaderEdges.All(),
    ];

    private readonly CaseSource _source;

    /// <summary>Makes a source. Some payloads are large: the largest has two mebibytes.</summary>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public BoundaryPayloads(ulong seed) => _source = new CaseSource(PayloadKind.Boundary, Cases, seed);

    /// <inheritdoc/>
    public int Round => _source.Round;

    /// <inheritdoc/>
    public Payload At(long index) => _source.At(index);
}
