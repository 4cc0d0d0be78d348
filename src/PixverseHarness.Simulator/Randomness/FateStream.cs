namespace PixverseHarness.Simulator.Randomness;

/// <summary>
/// A short stream of random numbers that follows from a hash. SplitMix64: the state steps by the golden ratio and is
/// mixed with two multiplications (Steele, Lea and Flood, OOPSLA 2014).
/// </summary>
internal struct FateStream(UInt128 hash)
{
    private ulong _state = (ulong)hash ^ (ulong)(hash >> 64);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>The next number, uniform in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next standard normal number (Box and Muller, 1958).</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2.0 * Math.Log(1.0 - NextUnit()));
        return radius * Math.Cos(2.0 * Math.PI * NextUnit());
    }
}
