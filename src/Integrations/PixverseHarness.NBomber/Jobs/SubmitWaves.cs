using System.Numerics;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>
/// When submits go that a rate limit holds back: in waves of 1, 2, 4 and so on after it opens, so that a limit which is still full is
/// met by few requests. As our own engine does it, for copies that each wait on their own.
/// </summary>
internal sealed class SubmitWaves
{
    private static readonly TimeSpan BetweenWaves = TimeSpan.FromMilliseconds(50);

    private uint _held;

    /// <summary>The next one's instant, if the limit opens at <paramref name="opens"/>.</summary>
    public TimeSpan Next(TimeSpan opens) => opens + (BetweenWaves * BitOperations.Log2(++_held));

    /// <summary>The limit is open, or opens at another instant now.</summary>
    public void Restart() => _held = 0;
}
