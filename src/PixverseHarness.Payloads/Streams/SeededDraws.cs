namespace PixverseHarness.Payloads.Streams;

/// <summary>
/// A named stream of random numbers addressed by index: draw i depends on the seed, the name and i alone, so payloads
/// can be made in any order, skipped, or shared out among shards. Mixing is SplitMix64's finaliser (Steele, Lea and
/// Flood, "Fast splittable pseudorandom number generators", 2014); the name is folded in with FNV-1a.
/// </summary>
internal readonly struct SeededDraws
{
    internal const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong _key;

    /// <summary>The stream called <paramref name="name"/> of a run seeded with <paramref name="seed"/>.</summary>
    public SeededDraws(ulong seed, string name)
    {
        var folded = 14695981039346656037UL;
        foreach (var character in name)
        {
            folded = (folded ^ character) * 1099511628211UL;
        }

        _key = Mix(Mix(seed + GoldenGamma) ^ folded);
    }

    /// <summary>64 bits for draw <paramref name="index"/>.</summary>
    public ulong Bits(long index) => Mix(_key + (((ulong)index + 1) * GoldenGamma));

    /// <summary>A number in [0, 1) with 53 bits of precision.</summary>
    public double Unit(long index) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A Bogus randomizer of its own for draw <paramref name="index"/>. Bogus's global seed is never touched.</summary>
    public StreamRandomizer Randomizer(long index)
    {
        var randomizer = new StreamRandomizer();
        randomizer.Restart(Bits(index));
        return randomizer;
    }

    /// <summary>SplitMix64's finaliser: every bit of the result depends on every bit given.</summary>
    internal static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
