using PixverseHarness.Load.Engine;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>Waits for instants of a run, on its clock.</summary>
internal sealed class Waits
{
    private readonly RunClock _clock;
    private readonly TimeProvider _time;

    public Waits(RunClock clock, TimeProvider time)
    {
        _clock = clock;
        _time = time;
    }

    /// <summary>A source that cancels after <paramref name="delay"/>.</summary>
    public CancellationTokenSource After(TimeSpan delay) => new(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, _time);

    /// <summary>Waits until <paramref name="due"/>; false if <paramref name="deadline"/> or a cancellation came first.</summary>
    public async Task<bool> UntilAsync(TimeSpan due, TimeSpan deadline, CancellationToken cancellation, CancellationToken other)
    {
        if (due <= _clock.Now && !cancellation.IsCancellationRequested && !other.IsCancellationRequested)
        {
            return due < deadline;
        }

        using var both = cancellation == other ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellation, other);
        var token = both?.Token ?? cancellation;
        var until = due < deadline ? due : deadline;

        // A delay may end early; the clock has the word.
        for (var left = until - _clock.Now; left > TimeSpan.Zero && !token.IsCancellationRequested; left = until - _clock.Now)
        {
            await Task.Delay(WholeMilliseconds(left), _time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        return !token.IsCancellationRequested && due < deadline;
    }

    private static TimeSpan WholeMilliseconds(TimeSpan left) => TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue));
}
