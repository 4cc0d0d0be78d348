namespace PixverseHarness.Payloads.Streams;

/// <summary>
/// SplitMix64 as a <see cref="Random"/>. Unlike the runtime's own seeded generator it starts in no time, takes all 64 bits
/// of a key, and is the same on every runtime. Ranges are scaled by the high half of a product; the bias is below 2^-32.
/// </summary>
internal sealed class StreamRandom : Random
{
    private ulong _state;

    /// <summary>A generator that starts at key 0.</summary>
    public StreamRandom()
        : base(0)
    {
    }

    /// <summary>Starts anew: the same key gives the same numbers.</summary>
    public void Restart(ulong key) => _state = key;

    /// <inheritdoc/>
    public override int Next() => (int)Below(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => (long)Below(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return minValue + (long)Below((ulong)maxValue - (ulong)minValue);
    }

    /// <inheritdoc/>
    public override double NextDouble() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <inheritdoc/>
    public override float NextSingle() => (Bits() >> 40) * (1.0f / (1U << 24));

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var item in buffer)
        {
            item = (byte)(Bits() >> 56);
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private ulong Below(ulong count) => Math.BigMul(Bits(), count, out _);

    private ulong Bits() => SeededDraws.Mix(_state += SeededDraws.GoldenGamma);
}
