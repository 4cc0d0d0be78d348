namespace PixverseHarness.Simulator.Time;

/// <summary>The text of the <c>Date</c> header, made anew once a second of the clock.</summary>
internal sealed class HttpDateCache
{
    private Entry _latest = new(-1, "");

    /// <summary>The text for an instant in UTC ticks.</summary>
    public string Get(long ticks)
    {
        var second = ticks / TimeSpan.TicksPerSecond;
        var latest = _latest;
        if (latest.Second != second)
        {
            _latest = latest = new Entry(second, UtcText.HttpDate(ticks));
        }

        return latest.Text;
    }

    private sealed record Entry(long Second, string Text);
}
