using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>How long an answer that refuses for a rate limit is obeyed, and until when polls and fetches of all jobs wait for it.</summary>
internal sealed class ThrottleRules
{
    private readonly LoadOptions _options;
    private readonly RunClock _clock;
    private readonly TimeSpan[] _heldUntil = [.. Enum.GetValues<RequestOperation>().Select(static _ => TimeSpan.MinValue)];

    public ThrottleRules(LoadOptions options, RunClock clock)
    {
        _options = options;
        _clock = clock;
    }

    /// <summary>The instant that an answer read at <paramref name="end"/> asks to wait for.</summary>
    public TimeSpan Until(in StepAnswer answer, TimeSpan end)
    {
        if (answer.ThrottledUntil is not { } named || _clock.OffsetOf(named) is var opens && opens <= end)
        {
            return end + _options.ThrottlePause;
        }

        return opens < end + _options.LongestThrottle ? opens : end + _options.LongestThrottle;
    }

    public TimeSpan HeldUntil(RequestOperation operation) => _heldUntil[(int)operation];

    public void Hold(RequestOperation operation, TimeSpan until)
    {
        if (until > HeldUntil(operation))
        {
            _heldUntil[(int)operation] = until;
        }
    }
}
