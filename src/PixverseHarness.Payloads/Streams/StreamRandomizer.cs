using Bogus;

namespace PixverseHarness.Payloads.Streams;

/// <summary>Bogus's randomizer over <see cref="StreamRandom"/>, so that one object serves any number of payloads.</summary>
internal sealed class StreamRandomizer : Randomizer
{
    private readonly StreamRandom _random = new();

    /// <summary>A randomizer of its own; the global seed is not used.</summary>
    public StreamRandomizer()
        : base(0) => localSeed = _random;

    /// <summary>Starts anew: the same key gives the same draws.</summary>
    public void Restart(ulong key) => _random.Restart(key);
}
