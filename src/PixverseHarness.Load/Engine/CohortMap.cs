using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>The submit cohorts of a schedule: each simulation, cut into windows if it is long. A schedule without any has one, for adopted jobs.</summary>
internal sealed class CohortMap
{
    public CohortMap(LoadSchedule schedule, TimeSpan? window)
    {
        var cohorts = ImmutableArray.CreateBuilder<Cohort>();
        foreach (var step in schedule.Steps)
        {
            var end = step.End ?? schedule.Length ?? TimeSpan.MaxValue;
            var isOpen = step.Simulation is Inject or RampingInject or InjectRandom or IterationsForInject;
            var cuts = window is { } most && end < TimeSpan.MaxValue ? (int)Math.Ceiling((end - step.Start) / most) : 1;
            for (var cut = 0; cut < cuts; cut++)
            {
                var from = step.Start + ((window ?? TimeSpan.Zero) * cut);
                var to = cut == cuts - 1 ? end : from + window!.Value;
                var name = string.Create(CultureInfo.InvariantCulture, $"step{step.Index + 1}");
                cohorts.Add(new Cohort(
                    cohorts.Count,
                    cuts == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{cut + 1}"),
                    from,
                    to,
                    isOpen && to < TimeSpan.MaxValue ? (schedule.ExpectedBefore(to) - schedule.ExpectedBefore(from)) / (to - from).TotalSeconds : null));
            }
        }

        if (cohorts.Count == 0)
        {
            cohorts.Add(new Cohort(0, "adopted", TimeSpan.Zero, TimeSpan.MaxValue, null));
        }

        Cohorts = cohorts.ToImmutable();
    }

    public ImmutableArray<Cohort> Cohorts { get; }

    /// <summary>The index of the cohort that holds <paramref name="intended"/>; instants outside belong to the nearest one.</summary>
    public int IndexOf(TimeSpan intended)
    {
        var (low, high) = (0, Cohorts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Cohorts[middle].From <= intended)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
