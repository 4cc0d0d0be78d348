using System.Collections.Immutable;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Cases;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Payloads.Violations;

namespace PixverseHarness.Payloads;

/// <summary>Payloads that break exactly one rule each, over every parameter and every kind of violation; the rest of each is a fresh valid request.</summary>
public sealed class ViolatingPayloads : IPayloadRounds
{
    private static readonly ImmutableArray<PayloadCase> Cases =
    [
        .. ParameterViolations.All(), .. RuleViolations.All(), .. MemberViolations.All(),
        .. MalformedJson.All(), .. EncodingViolations.All(), .. ContentTypeViolations.All(),
    ];

    private readonly CaseSource _source;

    /// <summary>All cases, also those that some profiles accept, such as unknown members.</summary>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public ViolatingPayloads(ulong seed) => _source = new CaseSource(PayloadKind.Violating, Cases, seed);

    /// <summary>Only the cases that a profile does not accept.</summary>
    /// <param name="seed">The same seed gives the same bytes.</param>
    /// <param name="profile">Decides about members that no source speaks of, omitted defaults, lengths and seeds.</param>
    public ViolatingPayloads(ulong seed, ApiProfile profile)
    {
        var all = new CaseSource(PayloadKind.Violating, Cases, seed);
        var accepted = all.OneRound()
            .Where(p => p.Expect(profile).Answer == ExpectedAnswer.Accepted).Select(p => p.Label).ToHashSet();
        _source = new CaseSource(PayloadKind.Violating, [.. Cases.Where(c => !accepted.Contains(c.Label))], seed);
    }

    /// <inheritdoc/>
    public int Round => _source.Round;

    /// <inheritdoc/>
    public Payload At(long index) => _source.At(index);
}
