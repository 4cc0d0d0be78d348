namespace PixverseHarness.Client;

/// <summary>See <see cref="PollPolicy.Backoff"/>: min(longest, first x factor^(attempt - 1)).</summary>
internal sealed class BackoffPollPolicy : PollPolicy
{
    private readonly TimeSpan first;
    private readonly TimeSpan longest;
    private readonly double factor;

    public BackoffPollPolicy(TimeSpan first, TimeSpan longest, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, first);
        if (!(factor >= 1) || double.IsInfinity(factor))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be a finite number of at least 1.");
        }

        this.first = InRange(first, nameof(first));
        this.longest = InRange(longest, nameof(longest));
        this.factor = factor;
    }

    public override TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint)
    {
        // Compared as numbers before the conversion: the power overflows a TimeSpan soon.
        var seconds = first.TotalSeconds * Math.Pow(factor, Math.Max(0, attempt - 1));
        return seconds >= longest.TotalSeconds ? longest : Clamp(TimeSpan.FromSeconds(seconds));
    }
}
