using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Planning;

/// <summary>Works out what a schedule comes to, by Little's law and the integral of its rate. Sends nothing.</summary>
public static class LoadPlanner
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The plan of <paramref name="schedule"/> under <paramref name="assumptions"/>.</summary>
    /// <exception cref="ArgumentException">The job time is not above zero, or the poll policy would poll one job a million times.</exception>
    public static LoadPlan Plan(LoadSchedule schedule, PlanAssumptions assumptions)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(assumptions);
        if (assumptions.JobTime <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"Job time \"{DurationText.Format(assumptions.JobTime)}\" is too short; write a duration above zero, such as 44s.",
                nameof(assumptions));
        }

        var steps = assumptions.Steps;
        var polls = steps.HasFlag(JobSteps.Poll) ? PollCost.Of(assumptions.Polls, assumptions.JobTime, assumptions.RequestTime) : default;
        var otherRequests = (steps.HasFlag(JobSteps.Submit) ? 1 : 0) + (steps.HasFlag(JobSteps.Fetch) ? 1 : 0);
        var ownRequests = steps.HasFlag(JobSteps.Poll) ? otherRequests + 1 : 0;
        var inFlight = assumptions.JobTime + polls.DetectionDelay + (assumptions.RequestTime * ownRequests);
        var demand = new DemandCurve(schedule, inFlight);
        var jobs = demand.StartedBy(demand.End);
        var peakInFlight = demand.Peak(at => demand.StartedWithin(inFlight, at), inFlight);
        var peakRate = peakInFlight / inFlight.TotalSeconds;
        var busy = steps.HasFlag(JobSteps.Poll)
            ? peakRate * (polls.Polls + otherRequests) * assumptions.RequestTime.TotalSeconds
            : peakInFlight;
        return new LoadPlan
        {
            Jobs = jobs,
            PeakJobsPerHour = peakRate * 3600,
            PeakInFlight = peakInFlight,
            TimeInFlight = inFlight,
            DetectionDelay = polls.DetectionDelay,
            PollsPerJob = polls.Polls,
            PeakPollsPerSecond = peakRate * polls.Polls,
            Requests = jobs * (polls.Polls + otherRequests),
            Sockets = jobs > 0 ? Math.Max(1, (int)Math.Ceiling(busy - 1e-6)) : 0,
            Submitting = demand.End,
            Total = jobs > 0 ? demand.End + inFlight : demand.End,
            CostMicroDollars = (long)Math.Round(jobs * assumptions.PriceMicroDollars),
            Limits = [.. Limits(demand, assumptions, inFlight)],
        };
    }

    private static IEnumerable<PlanLimit> Limits(DemandCurve demand, PlanAssumptions assumptions, TimeSpan inFlight)
    {
        if (assumptions.SubmitsPerMinute is { } submits)
        {
            yield return Held(PlanLimitKind.SubmitsPerMinute, submits, at => demand.StartedWithin(SinceMinute(at), at), Minute, submits * 60.0);
        }

        if (assumptions.Workers is { } workers)
        {
            var each = workers / assumptions.JobTime.TotalHours;
            yield return Held(PlanLimitKind.Workers, workers, at => demand.StartedWithin(assumptions.JobTime, at), assumptions.JobTime, each);
        }

        if (assumptions.BalanceMicroDollars is { } balance && assumptions.PriceMicroDollars > 0)
        {
            // What is left over after the last whole job buys nothing.
            var spendable = balance - (balance % assumptions.PriceMicroDollars);
            var held = Held(PlanLimitKind.Balance, spendable, at => demand.StartedBy(at) * assumptions.PriceMicroDollars, TimeSpan.Zero, null);
            yield return held with { Allowed = balance };
        }

        if (assumptions.MaxInFlight is { } most)
        {
            yield return Held(PlanLimitKind.MaxInFlight, most, at => demand.StartedWithin(inFlight, at), inFlight, most / inFlight.TotalHours);
        }

        PlanLimit Held(PlanLimitKind kind, double allowed, Func<TimeSpan, double> level, TimeSpan tail, double? sustains) =>
            new(kind, allowed, demand.Peak(level, tail), demand.FirstAbove(level, allowed, tail), sustains);
    }

    private static TimeSpan SinceMinute(TimeSpan at) => TimeSpan.FromTicks(at.Ticks % Minute.Ticks == 0 && at > TimeSpan.Zero ? Minute.Ticks : at.Ticks % Minute.Ticks);
}
