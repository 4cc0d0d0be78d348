namespace PixverseHarness.Load.Randomness;

/// <summary>
/// A named stream of random numbers addressed by index: draw i depends on the seed, the name and i alone, so draws may
/// be asked for in any order, from any place, in any process, and agree.
/// </summary>
/// <remarks>
/// The name is folded by FNV-1a (64 bit) and every draw is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014)
/// at a Weyl step of its golden gamma.
/// </remarks>
internal readonly struct SeededStream
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const double UnitOf53Bits = 1.0 / (1UL << 53);

    private readonly ulong _key;

    /// <summary>The stream called <paramref name="name"/> of a run seeded with <paramref name="seed"/>.</summary>
    public SeededStream(ulong seed, string name)
    {
        var folded = FnvOffset;
        foreach (var letter in name)
        {
            folded = (folded ^ letter) * FnvPrime;
        }

        _key = Mix(Mix(seed + GoldenGamma) ^ folded);
    }

    private SeededStream(ulong key) => _key = key;

    /// <summary>The sub-stream number <paramref name="index"/>, independent of its siblings.</summary>
    public SeededStream Fork(long index) => new(Mix(_key ^ Mix((ulong)index + GoldenGamma)));

    /// <summary>Draw number <paramref name="index"/>, uniform in [0, 1).</summary>
    public double Unit(long index) => (Mix(_key + ((ulong)index * GoldenGamma)) >> 11) * UnitOf53Bits;

    /// <summary>Draw number <paramref name="index"/> from the exponential distribution with mean 1.</summary>
    public double Exponential(long index) => -Math.Log(1.0 - Unit(index));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
