namespace PixverseHarness.Verification.Targets;

/// <summary>Time of a target in this process whose clock stands still until it is moved.</summary>
/// <param name="clock">The target's clock.</param>
/// <param name="advance">Moves it; timers that fall due fire before it returns.</param>
public sealed class MovedPace(TimeProvider clock, Action<TimeSpan> advance) : Pace
{
    // Work that waits for the clock is looked at again after each of these steps.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    // Continuations of a timer may be posted instead of run at once: they get so many turns to arrive.
    private const int Turns = 16;

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
        for (var passed = TimeSpan.Zero; !await IsDoneAsync(work); passed += Step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (passed >= patience)
            {
                return false;
            }

            advance(Step);
        }

        return true;
    }

    private static async ValueTask<bool> IsDoneAsync(Task work)
    {
        for (var turn = 0; turn < Turns && !work.IsCompleted; turn++)
        {
            await Task.Yield();
        }

        return work.IsCompleted;
    }
}
