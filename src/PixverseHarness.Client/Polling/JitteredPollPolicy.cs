namespace PixverseHarness.Client;

/// <summary>See <see cref="PollPolicy.Jittered"/>. A draw is a hash of seed and attempt, so no generator state is kept.</summary>
internal sealed class JitteredPollPolicy : PollPolicy
{
    private readonly TimeSpan interval;
    private readonly double spread;
    private readonly ulong seed;

    public JitteredPollPolicy(TimeSpan interval, double spread, ulong seed)
    {
        // Written so that NaN is refused too.
        if (!(spread is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(spread), spread, "The spread must be from 0 to 1.");
        }

        this.interval = InRange(interval, nameof(interval));
        this.spread = spread;
        this.seed = seed;
    }

    public override TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint)
    {
        // The upper 53 bits make an even draw in [0, 1), stretched to [-1, 1).
        var draw = ((StableMix.Mix(seed, (ulong)attempt) >> 11) * (1.0 / (1UL << 53)) * 2) - 1;
        return Clamp(interval * (1 + (spread * draw)));
    }

    public override PollPolicy ForJob(ulong number) => new JitteredPollPolicy(interval, spread, StableMix.Mix(seed, number));
}
