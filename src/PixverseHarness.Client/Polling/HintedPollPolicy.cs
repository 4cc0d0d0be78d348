namespace PixverseHarness.Client;

/// <summary>See <see cref="PollPolicy.Hinted"/>.</summary>
internal sealed class HintedPollPolicy : PollPolicy
{
    private readonly PollPolicy otherwise;
    private readonly TimeSpan longest;

    public HintedPollPolicy(PollPolicy otherwise, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(otherwise);
        this.otherwise = otherwise;
        this.longest = InRange(longest, nameof(longest));
    }

    public override TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint) =>
        hint is { } asked
            ? Clamp(asked < longest ? asked : longest)
            : Clamp(otherwise.NextDelay(attempt, elapsed, hint));

    public override PollPolicy ForJob(ulong number) => new HintedPollPolicy(otherwise.ForJob(number), longest);
}
