namespace PixverseHarness.Client;

/// <summary>See <see cref="PollPolicy.Fixed"/>.</summary>
internal sealed class FixedPollPolicy : PollPolicy
{
    private readonly TimeSpan interval;

    public FixedPollPolicy(TimeSpan interval) => this.interval = InRange(interval, nameof(interval));

    public override TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint) => interval;
}
