namespace PixverseHarness.Verification.Targets;

/// <summary>Time that cannot be moved: it is waited for, within a bound.</summary>
/// <param name="clock">The clock to wait by.</param>
/// <param name="bound">The longest time that a check may ask for at once.</param>
public sealed class WaitedPace(TimeProvider clock, TimeSpan bound) : Pace
{
    /// <inheritdoc/>
    public override DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override bool CanPass(TimeSpan time) => time <= bound;

    /// <inheritdoc/>
    public override Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, clock, cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> AwaitAsync(Task work, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(patience, clock, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
