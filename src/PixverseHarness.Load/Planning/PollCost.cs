using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Planning;

/// <summary>What a poll policy costs for a job time, and what it wins.</summary>
/// <param name="Polls">Polls per job, on average.</param>
/// <param name="DetectionDelay">From the end of the job to the poll that sees it, on average.</param>
public readonly record struct PollCost(double Polls, TimeSpan DetectionDelay)
{
    private const int Phases = 100;
    private const int MostPolls = 1_000_000;

    /// <summary>
    /// Plays the policy through for jobs whose times are spread evenly over one poll interval around <paramref name="jobTime"/>, because
    /// a single job time would meet the same phase of the polls every time. For a fixed interval D this gives the textbook
    /// values: half a poll more than the time divided by D, and D/2.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="jobTime">The mean time of a job, above zero.</param>
    /// <param name="requestTime">How long a poll takes: the next delay counts from its answer.</param>
    public static PollCost Of(IPollPolicy policy, TimeSpan jobTime, TimeSpan requestTime)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var interval = Play(policy, 0, jobTime, requestTime).LastDelay + requestTime;
        double polls = 0;
        double delay = 0;
        for (var phase = 0; phase < Phases; phase++)
        {
            var shift = interval * (((phase + 0.5) / Phases) - 0.5);
            var time = jobTime + shift > TimeSpan.Zero ? jobTime + shift : jobTime;
            var (count, seen, _) = Play(policy, phase, time, requestTime);
            polls += count;
            delay += (seen - time).TotalSeconds;
        }

        return new PollCost(polls / Phases, TimeSpan.FromSeconds(delay / Phases));
    }

    private static (int Polls, TimeSpan Seen, TimeSpan LastDelay) Play(IPollPolicy policy, long ordinal, TimeSpan jobTime, TimeSpan requestTime)
    {
        var now = TimeSpan.Zero;
        for (var attempt = 1; attempt <= MostPolls; attempt++)
        {
            var delay = policy.DelayBefore(new PollTurn(ordinal, attempt, now, null));
            now += delay;
            if (now >= jobTime)
            {
                return (attempt, now, delay);
            }

            now += requestTime;
        }

        throw new ArgumentException($"The poll policy \"{policy.Describe()}\" takes more than a million polls for one job; write a longer delay.", nameof(policy));
    }
}
