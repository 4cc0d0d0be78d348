using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Engine;

/// <summary>When each job is to be polled, by a policy.</summary>
internal sealed class PollPlan
{
    private readonly IPollPolicy _policy;
    private readonly RunClock _clock;
    private readonly RunBook _book;

    public PollPlan(IPollPolicy policy, RunClock clock, RunBook book)
    {
        _policy = policy;
        _clock = clock;
        _book = book;
    }

    /// <summary>
    /// When the plan wants the next poll: the policy's delay after the step before would have ended, had that begun when the plan
    /// wanted. Of a plan that lies in the past by now, the next instant is followed, and what was lost is counted: a poll
    /// asks for a state, so making up for a lost one would burden the service and teach nothing.
    /// </summary>
    public TimeSpan Next(LiveJob job, int attempt, TimeSpan end)
    {
        var delay = _policy.DelayBefore(new PollTurn(job.Ordinal, attempt, end - (job.SubmitEnd ?? end), job.Hint));
        if (delay <= TimeSpan.Zero)
        {
            throw new InvalidOperationException(
                $"The poll policy \"{_policy.Describe()}\" gave the delay {DurationText.Format(delay)}, which is not above zero.");
        }

        var intended = job.ExpectedEnd(end) + delay;
        var late = _clock.Now - intended;
        if (late <= TimeSpan.Zero)
        {
            return intended;
        }

        var missed = (late.Ticks / delay.Ticks) + 1;
        _book.MissedPolls += missed;
        return intended + (delay * missed);
    }
}
