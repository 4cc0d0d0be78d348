namespace PixverseHarness.Verification.Targets;

/// <summary>Time of a target in another process whose clock stands still until somebody tells it to move.</summary>
/// <param name="start">The target's instant at the beginning.</param>
/// <param name="advance">Moves the target's clock and answers its new instant.</param>
/// <param name="real">The clock by which answers take their time on the network.</param>
/// <param name="shortened">How much shorter than in the API whatever lasts is there; the clock is moved in steps of half a second of the API.</param>
public sealed class SteeredPace(DateTimeOffset start, Func<TimeSpan, CancellationToken, Task<DateTimeOffset>> advance, TimeProvider real, double shortened = 1)
    : Pace
{
    // An answer that waits for the target's clock is told from one under way by this much real time. Moving the clock for
    // a call that is only slow on the network would make it look slow by the target's time, and let its job run on.
    private static readonly TimeSpan GraceOfHeld = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan GraceOfOthers = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private readonly TimeSpan _step = TimeSpan.FromMilliseconds(500) / shortened;
    private DateTimeOffset _now = start;
    private TimeSpan _slowest;

    /// <inheritdoc/>
    public override DateTimeOffset Now => _now;

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <inheritdoc/>
    public override bool CanPass(TimeSpan time) => true;

    /// <inheritdoc/>
    public override async Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => _now = await advance(time, cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> AwaitAsync(Task work, TimeSpan patience, bool isHeld, CancellationToken cancellationToken)
    {
        // On a busy machine every answer is late: a held call is given as long as four of the slowest others.
        var look = !isHeld || 4 * _slowest > GraceOfOthers ? GraceOfOthers : 4 * _slowest > GraceOfHeld ? 4 * _slowest : GraceOfHeld;
        var asked = real.GetTimestamp();
        for (var passed = TimeSpan.Zero; !await IsDoneAsync(work, look, cancellationToken); passed += _step)
        {
            if (passed >= patience)
            {
                return false;
            }

            await PassAsync(_step, cancellationToken);
            look = Glance;
        }

        var took = real.GetElapsedTime(asked);
        _slowest = !isHeld && took > _slowest ? took : _slowest;
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
