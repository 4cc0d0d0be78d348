namespace PixverseHarness.Verification.Targets;

/// <summary>Time of a target in another process whose clock stands still until somebody tells it to move.</summary>
/// <param name="start">The target's instant at the beginning.</param>
/// <param name="advance">Moves the target's clock and answers its new instant.</param>
/// <param name="real">The clock by which answers take their time on the network.</param>
public sealed class SteeredPace(DateTimeOffset start, Func<TimeSpan, CancellationToken, Task<DateTimeOffset>> advance, TimeProvider real) : Pace
{
    // An answer that waits for the target's clock is told from one under way by this much real time.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private DateTimeOffset _now = start;

    /// <inheritdoc/>
    public override DateTimeOffset Now => _now;

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <inheritdoc/>
    public override bool CanPass(TimeSpan time) => true;

    /// <inheritdoc/>
    public override async Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => _now = await advance(time, cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> AwaitAsync(Task work, TimeSpan patience, CancellationToken cancellationToken)
    {
        var look = Grace;
        for (var passed = TimeSpan.Zero; !await IsDoneAsync(work, look, cancellationToken); passed += Step)
        {
            if (passed >= patience)
            {
                return false;
            }

            await PassAsync(Step, cancellationToken);
            look = Glance;
        }

        return true;
    }

    private async Task<bool> IsDoneAsync(Task work, TimeSpan look, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(look, real, cancellationToken));
        }

        return work.IsCompleted;
    }
}
