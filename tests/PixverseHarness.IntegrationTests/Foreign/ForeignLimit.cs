using System.Globalization;

namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>So many jobs in each whole second of real time.</summary>
internal sealed class ForeignLimit(TimeProvider clock, int perWindow)
{
    private readonly Lock _gate = new();
    private long _window;
    private int _taken;

    /// <summary>How many had to stay out.</summary>
    public int Refused { get; private set; }

    /// <summary>Whether one more may come; if not, when the next window begins.</summary>
    public bool Takes(out string end)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            (_taken, _window) = now == _window ? (_taken + 1, now) : (1, now);
            end = DateTimeOffset.FromUnixTimeSeconds(now + 1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            Refused += _taken > perWindow ? 1 : 0;
            return _taken <= perWindow;
        }
    }
}
