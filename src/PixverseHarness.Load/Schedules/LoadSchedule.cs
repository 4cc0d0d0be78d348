using System.Collections.Immutable;
using PixverseHarness.Load.Randomness;

namespace PixverseHarness.Load.Schedules;

/// <summary>
/// When every job of a load profile is due. Pure: the same simulations, arrival and seed give the same instants, and all
/// instants are absolute, so that a late job delays no other.
/// </summary>
public sealed class LoadSchedule
{
    private readonly RateProfile _profile;
    private readonly ulong _seed;

    private LoadSchedule(ImmutableArray<ScheduleStep> steps, ArrivalKind arrival, ulong seed)
    {
        Steps = steps;
        Arrival = arrival;
        _seed = seed;
        _profile = RateProfile.Of(steps, seed);
        CopiesChanges = ChangesOf(steps);
    }

    /// <summary>The simulations and where they lie in time.</summary>
    public ImmutableArray<ScheduleStep> Steps { get; }

    /// <summary>How open arrivals are spaced.</summary>
    public ArrivalKind Arrival { get; }

    /// <summary>The instants at which a closed simulation starts or retires a copy, in order; empty for an open schedule.</summary>
    public ImmutableArray<CopiesChange> CopiesChanges { get; }

    /// <summary>How long jobs are started; null where that is known only when the iterations are spent.</summary>
    public TimeSpan? Length => Steps.IsEmpty ? TimeSpan.Zero : Steps[^1] switch
    {
        { End: { } end } => end,
        { Simulation: IterationsForInject last, Start: var start } when Arrival == ArrivalKind.Constant =>
            start + TimeSpan.FromSeconds(last.Iterations / last.Rate.EachSecond),
        _ => null,
    };

    /// <summary>The most copies that a closed simulation keeps in flight.</summary>
    public int MostCopies => CopiesChanges.IsEmpty ? 0 : CopiesChanges.Max(static change => change.Copies);

    /// <summary>How many jobs the closed iterations at the end start; null without one.</summary>
    public long? ClosedIterations => Steps.IsEmpty ? null : (Steps[^1].Simulation as IterationsForConstant)?.Iterations;

    /// <summary>Lays the simulations out one after another.</summary>
    /// <param name="simulations">The simulations; none is a schedule that starts nothing.</param>
    /// <param name="arrival">How open arrivals are spaced.</param>
    /// <param name="seed">The run's seed, from which Poisson arrivals and random rates are drawn.</param>
    /// <exception cref="ArgumentException">The list has faults; the message names them all (<see cref="LoadSimulationValidator"/>).</exception>
    public static LoadSchedule Of(IReadOnlyList<LoadSimulation> simulations, ArrivalKind arrival = ArrivalKind.Constant, ulong seed = 0)
    {
        var faults = LoadSimulationValidator.Validate(simulations);
        if (!faults.IsEmpty)
        {
            throw new ArgumentException(string.Join(" ", faults.Select(static fault => $"{fault.Path}: {fault.Message}")), nameof(simulations));
        }

        var steps = ImmutableArray.CreateBuilder<ScheduleStep>(simulations.Count);
        var start = TimeSpan.Zero;
        foreach (var simulation in simulations)
        {
            var end = start + simulation.Lasts;
            steps.Add(new ScheduleStep(steps.Count, simulation, start, end));
            start = end ?? start;
        }

        return new LoadSchedule(steps.ToImmutable(), arrival, seed);
    }

    /// <summary>Every open arrival in order of time, computed as it is asked for.</summary>
    public IEnumerable<Arrival> Arrivals()
    {
        var unit = new SeededStream(_seed, "arrivals");
        var iterations = (Steps.IsEmpty ? null : Steps[^1].Simulation as IterationsForInject)?.Iterations;
        var left = iterations ?? 0;
        var piece = 0;
        double mass = 0;
        for (var number = 0L; ; number++)
        {
            // Time rescaling: a Poisson process of rate 1, read through the inverse of the profile's integral, has the profile's rate.
            mass = Arrival == ArrivalKind.Constant ? number : mass + unit.Exponential(number);
            if (!_profile.TrySolve(mass, ref piece, out var second, out var step))
            {
                yield break;
            }

            if (iterations is not null && step == Steps.Length - 1 && --left < 0)
            {
                yield break;
            }

            yield return new Arrival(number, TimeSpan.FromTicks((long)Math.Round(second * TimeSpan.TicksPerSecond)), step);
        }
    }

    /// <summary>The offered rate of the open simulations at <paramref name="offset"/>, in jobs per second.</summary>
    public double RateAt(TimeSpan offset) => _profile.RateAt(offset.TotalSeconds);

    /// <summary>How many open arrivals are expected before <paramref name="offset"/>: the integral of the rate.</summary>
    public double ExpectedBefore(TimeSpan offset)
    {
        var expected = _profile.MassAt(offset.TotalSeconds);
        return !Steps.IsEmpty && Steps[^1] is { Simulation: IterationsForInject last, Start: var start } && offset > start
            ? Math.Min(expected, _profile.MassAt(start.TotalSeconds) + last.Iterations)
            : expected;
    }

    /// <summary>How many copies the closed simulations keep in flight at <paramref name="offset"/>.</summary>
    public int CopiesAt(TimeSpan offset)
    {
        var copies = 0;
        foreach (var change in CopiesChanges)
        {
            if (change.Offset > offset)
            {
                break;
            }

            copies = change.Copies;
        }

        return copies;
    }

    /// <summary>The index of the simulation that is under way at <paramref name="offset"/>; the last one from its start on.</summary>
    public int StepAt(TimeSpan offset)
    {
        var index = Steps.Length - 1;
        while (index > 0 && Steps[index].Start > offset)
        {
            index--;
        }

        return Math.Max(0, index);
    }

    private static ImmutableArray<CopiesChange> ChangesOf(ImmutableArray<ScheduleStep> steps)
    {
        var changes = ImmutableArray.CreateBuilder<CopiesChange>();
        var copies = 0;
        foreach (var step in steps)
        {
            switch (step.Simulation)
            {
                case KeepConstant keep:
                    Set(step.Start, keep.Copies);
                    break;
                case IterationsForConstant iterations:
                    Set(step.Start, iterations.Copies);
                    break;
                case RampingConstant ramp:
                    // Going up, the first copy starts at once; going down, the last one retires at the end.
                    var (before, difference) = (copies, ramp.Copies - copies);
                    for (var moved = 1; moved <= Math.Abs(difference); moved++)
                    {
                        var share = (difference > 0 ? moved - 1.0 : moved) / Math.Abs(difference);
                        Set(step.Start + (ramp.During * share), before + (moved * Math.Sign(difference)));
                    }

                    break;
                default:
                    Set(step.Start, 0);
                    break;
            }

            void Set(TimeSpan offset, int target)
            {
                if (target != copies)
                {
                    changes.Add(new CopiesChange(offset, target));
                    copies = target;
                }
            }
        }

        if (copies > 0 && steps[^1].End is { } end)
        {
            changes.Add(new CopiesChange(end, 0));
        }

        return changes.ToImmutable();
    }
}
