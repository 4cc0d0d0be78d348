namespace PixverseHarness.Simulator.Limits;

/// <summary>
/// A fixed window on the session's clock, aligned to the UTC epoch. At the instant that it states as the window's end
/// the first requests up to the limit are admitted, one tick earlier none. The real algorithm is unknown (section 9).
/// </summary>
/// <param name="limit">Requests admitted in a window at first; null admits all.</param>
/// <param name="window">Length of a window; whole seconds.</param>
internal sealed class FixedWindowLimiter(int? limit, TimeSpan window)
{
    private long _windowEnd = long.MinValue;
    private int _used;

    /// <summary>Requests admitted in a window; null admits all. What the window has seen stays counted when it changes.</summary>
    public int? Limit { get; set; } = limit;

    /// <summary>Whether there is a limit at all.</summary>
    public bool IsOn => Limit is not null;

    /// <summary>Requests counted in the window that an instant lies in.</summary>
    public int UsedAt(long now) => EndOf(now, window) == _windowEnd ? _used : 0;

    /// <summary>Whether a request at this instant would be admitted.</summary>
    public bool HasRoom(long now)
    {
        Roll(now);
        return Limit is null || _used < Limit;
    }

    /// <summary>Counts a request.</summary>
    public void Count(long now)
    {
        Roll(now);
        _used++;
    }

    /// <summary>End of the window of a length that an instant lies in, in UTC ticks.</summary>
    public static long EndOf(long now, TimeSpan window) => now - (now % window.Ticks) + window.Ticks;

    /// <summary>Length of a window at a pace: a minute shortened to whole seconds, at least one, so that the stated instant has whole seconds.</summary>
    public static TimeSpan PacedWindow(TimeSpan window, double pace) => TimeSpan.FromSeconds(Math.Max(1, Math.Round(window.TotalSeconds / pace)));

    private void Roll(long now)
    {
        var end = EndOf(now, window);
        if (end != _windowEnd)
        {
            _windowEnd = end;
            _used = 0;
        }
    }
}
