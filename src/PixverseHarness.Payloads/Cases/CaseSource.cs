using System.Collections.Immutable;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Cases;

/// <summary>Goes round a list of cases, each put on a fresh valid request.</summary>
internal sealed class CaseSource : IPayloadRounds
{
    private readonly PayloadKind _kind;
    private readonly ImmutableArray<PayloadCase> _cases;
    private readonly ValidPayloads _requests;
    private readonly SeededOrder _order;

    public CaseSource(PayloadKind kind, ImmutableArray<PayloadCase> cases, ulong seed)
    {
        _kind = kind;
        _cases = cases;
        _requests = new ValidPayloads(seed);
        _order = new SeededOrder(seed, $"{kind}-cases", cases.Length);
    }

    public int Round => _cases.Length;

    public Payload At(long index)
    {
        var drawn = _cases[_order.CaseAt(index)];
        var request = _requests.RequestAt(index);
        return new Payload
        {
            Kind = _kind,
            Body = drawn.Write(request),
            ContentType = drawn.ContentType,
            Label = drawn.Label,
            Request = drawn.SaysTheRequest ? request : null,
        };
    }
}
