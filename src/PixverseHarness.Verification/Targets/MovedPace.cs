namespace PixverseHarness.Verification.Targets;

/// <summary>Time of a target in this process whose clock stands still until it is moved.</summary>
/// <param name="clock">The target's clock.</param>
/// <param name="advance">Moves it; timers that fall due fire before it returns.</param>
/// <param name="nextTimer">Instant of the next timer on it; null when nothing waits for it.</param>
public sealed class MovedPace(TimeProvider clock, Action<TimeSpan> advance, Func<DateTimeOffset?> nextTimer) : Pace
{
    // Work that neither ends nor waits for the clock has a continuation under way, perhaps on a thread that waits for a
    // processor. After so many turns, some ten seconds, it hangs for good.
    private const int MostTurns = 20_000_000;

    /// <inheritdoc/>
    public override DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <inheritdoc/>
    public override bool CanPass(TimeSpan time) => true;

    /// <inheritdoc/>
    public override Task PassAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        advance(time);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<bool> AwaitAsync(Task work, TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = Now + patience;
        for (var turn = 0; !work.IsCompleted; turn++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (nextTimer() is not { } due)
            {
                if (turn == MostTurns)
                {
                    return false;
                }

                await Task.Yield();
            }
            else if (due > deadline)
            {
                advance(deadline - Now);
                return false;
            }
            else
            {
                advance(due > Now ? due - Now : TimeSpan.Zero);
                turn = 0;
            }
        }

        return true;
    }
}
