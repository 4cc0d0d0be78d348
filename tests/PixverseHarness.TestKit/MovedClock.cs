using Microsoft.Extensions.Time.Testing;

namespace PixverseHarness.TestKit;

/// <summary>
/// A clock that moves only when a test moves it. Its timestamps run at seven times the usual frequency, so that code
/// which takes timestamps for ticks fails at once.
/// </summary>
public sealed class MovedClock : FakeTimeProvider
{
    private const int Factor = 7;

    /// <summary>Starts at noon UTC on 1 October 2026, a whole second.</summary>
    public MovedClock()
        : this(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at <paramref name="start"/>.</summary>
    public MovedClock(DateTimeOffset start)
        : base(start)
    {
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => base.TimestampFrequency * Factor;

    /// <inheritdoc/>
    public override long GetTimestamp() => base.GetTimestamp() * Factor;
}
