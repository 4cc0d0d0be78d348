namespace PixverseHarness.Verification.Targets;

/// <summary>Time of a target in another process whose clock stands still until somebody tells it to move.</summary>
/// <param name="start">The target's instant at the beginning.</param>
/// <param name="advance">Moves the target's clock and answers its new instant.</param>
/// <param name="nextAnswer">The target's instant at which the next answer that it holds back goes on; null while it holds none.</param>
/// <param name="real">The clock by which answers take their time on the network.</param>
public sealed class SteeredPace(
    DateTimeOffset start,
    Func<TimeSpan, CancellationToken, Task<DateTimeOffset>> advance,
    Func<CancellationToken, Task<DateTimeOffset?>> nextAnswer,
    TimeProvider real)
    : Pace
{
    // An answer that is neither there nor held is on its way, and a busy machine takes its time; after this much it is lost.
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
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
        var deadline = _now + patience;
        var onItsWay = real.GetTimestamp();
        while (!await IsDoneAsync(work, cancellationToken))
        {
            // The clock moves only for an answer that waits for it. Moved for one that is late on the network, it would make
            // that look late by the target's time, and let jobs run on.
            if (await nextAnswer(cancellationToken) is { } due)
            {
                var end = due < deadline ? due : deadline;
                await PassAsync(end > _now ? end - _now : TimeSpan.Zero, cancellationToken);
                if (due > deadline)
                {
                    return work.IsCompleted;
                }

                onItsWay = real.GetTimestamp();
            }
            else if (real.GetElapsedTime(onItsWay) > LongestWay)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsDoneAsync(Task work, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Glance, real, cancellationToken));
        }

        return work.IsCompleted;
    }
}
