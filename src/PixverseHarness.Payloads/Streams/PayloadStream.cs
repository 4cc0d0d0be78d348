using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Payloads.Streams;

/// <summary>A mix of payloads. Every violating one is refused, or fails its job, under the profile of the stream.</summary>
public sealed class PayloadStream : IPayloadSource
{
    private readonly PayloadMix _mix;
    private readonly SeededDraws _kinds;
    private readonly ValidPayloads _valid;
    private readonly BoundaryPayloads _boundary;
    private readonly ViolatingPayloads _violating;

    /// <summary>Makes a stream.</summary>
    /// <param name="seed">The same seed, mix and profile give the same bytes, in any culture, with the same version of Bogus.</param>
    /// <param name="mix">How often each kind comes.</param>
    /// <param name="profile">Decides which violations count as such.</param>
    public PayloadStream(ulong seed, PayloadMix mix, ApiProfile profile)
    {
        _mix = mix;
        _kinds = new SeededDraws(seed, "kinds");
        _valid = new ValidPayloads(seed);
        _boundary = new BoundaryPayloads(seed);
        _violating = new ViolatingPayloads(seed, profile);
    }

    /// <inheritdoc/>
    public Payload At(long index) => _mix.KindAt(_kinds.Unit(index)) switch
    {
        PayloadKind.Valid => _valid.At(index),
        PayloadKind.Boundary => _boundary.At(index),
        _ => _violating.At(index),
    };
}
