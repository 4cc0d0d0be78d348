using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.NBomber.Mapping;

/// <summary>
/// Load simulations, one to one, in the arguments that NBomber takes: whole numbers of copies per interval. An open simulation
/// keeps its number of jobs exactly; where they fall within an interval NBomber draws itself.
/// </summary>
internal static class SimulationCalls
{
    private const int MostInjections = 100_000;

    /// <summary>NBomber refuses simulations that are shorter.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    // NBomber starts a copy after a drawn part of its interval, and drops those that are still to start when its last
    // simulation ends; a pause lets them start.
    private static readonly TimeSpan ClosingPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(1);

    /// <summary>What NBomber cannot do of a profile, one line each; empty if it can do it all.</summary>
    public static ImmutableArray<string> Faults(IReadOnlyList<LoadSimulation> load)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        foreach (var (index, simulation) in load.Index())
        {
            if (simulation is IterationsForConstant)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"load[{index}]: NBomber 4 has no iterations-for-constant; write keep-constant with a duration."));
            }
            else if (LengthOf(simulation) is var length && length < Shortest)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"load[{index}]: \"{DurationText.Format(length)}\" is too short for NBomber; write {DurationText.Format(Shortest)} or more."));
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>Maps a profile without <see cref="Faults"/>.</summary>
    /// <param name="load">The simulations.</param>
    /// <param name="arrival">
    /// How open arrivals are spaced. Poisson arrivals of a known number are instants drawn evenly over the whole time, so they become one
    /// injection that lasts that long; anything else is injected about every second.
    /// </param>
    public static MappedLoad Of(IReadOnlyList<LoadSimulation> load, ArrivalKind arrival)
    {
        var calls = ImmutableArray.CreateBuilder<SimulationCall>();
        long? jobs = 0;
        foreach (var simulation in load)
        {
            var before = calls.Count == 0 ? default : calls[^1];
            var call = simulation switch
            {
                Inject inject => Injected(ArrivalsIn(inject.Rate, inject.During), inject.During, arrival),
                IterationsForInject iterations => Injected(iterations.Iterations, LengthOf(iterations), arrival),
                RampingInject ramp => Ramped(ramp, before),
                InjectRandom random => Random(random),
                KeepConstant keep => new SimulationCall(CopiesKind.KeepConstant, keep.During, keep.Copies),
                RampingConstant ramp => new SimulationCall(CopiesKind.RampingConstant, ramp.During, ramp.Copies),
                _ => new SimulationCall(CopiesKind.Pause, LengthOf(simulation)),
            };
            jobs += JobsOf(call, before);
            calls.Add(call);
        }

        var during = calls.Aggregate(TimeSpan.Zero, static (sum, call) => sum + call.During);
        calls.Add(new SimulationCall(CopiesKind.Pause, ClosingPause));
        return new MappedLoad(calls.ToImmutable(), during, jobs);
    }

    private static TimeSpan LengthOf(LoadSimulation simulation) => simulation is IterationsForInject iterations
        ? TimeSpan.FromSeconds(iterations.Iterations / iterations.Rate.EachSecond)
        : simulation.Lasts ?? TimeSpan.Zero;

    // The arrivals of our own schedule: one is due at 0, and one wherever the integral of the rate passes a whole number.
    private static long ArrivalsIn(Rate rate, TimeSpan during) => (long)Math.Ceiling((rate.EachSecond * during.TotalSeconds) - 1e-6);

    private static SimulationCall Injected(long jobs, TimeSpan during, ArrivalKind arrival)
    {
        if (jobs == 0)
        {
            return new SimulationCall(CopiesKind.Pause, during);
        }

        var injections = arrival == ArrivalKind.Poisson ? 1 : Injections(jobs, during);
        return new SimulationCall(CopiesKind.Inject, during, checked((int)(jobs / injections)), Interval(during, injections));
    }

    // Of the ways to inject so many jobs in equal parts, the one whose interval is nearest to the usual one.
    private static long Injections(long jobs, TimeSpan during)
    {
        var (best, distance) = (1L, double.PositiveInfinity);
        for (var divisor = 1L; divisor * divisor <= jobs; divisor++)
        {
            if (jobs % divisor == 0)
            {
                Consider(divisor);
                Consider(jobs / divisor);
            }
        }

        return best;

        void Consider(long injections)
        {
            var off = Math.Abs(Math.Log(during / UsualInterval / injections));
            if (injections <= MostInjections && off < distance)
            {
                (best, distance) = (injections, off);
            }
        }
    }

    // NBomber takes the number at the end of the simulation before as that per interval of this one, so the intervals must agree.
    private static SimulationCall Ramped(RampingInject ramp, in SimulationCall before)
    {
        var interval = before.Kind is CopiesKind.Inject or CopiesKind.RampingInject && before.Interval <= ramp.During
            ? before.Interval
            : Interval(ramp.During, Math.Max(1, (long)Math.Round(ramp.During / UsualInterval)));
        return new SimulationCall(CopiesKind.RampingInject, ramp.During, Copies(ramp.Rate, interval), interval);
    }

    // NBomber never draws the highest number itself.
    private static SimulationCall Random(InjectRandom random) => new(
        CopiesKind.InjectRandom, random.During, Copies(random.Maximum, random.Interval) + 1, random.Interval, Copies(random.Minimum, random.Interval));

    private static int Copies(Rate rate, TimeSpan interval) => checked((int)Math.Round(rate.EachSecond * interval.TotalSeconds, MidpointRounding.AwayFromZero));

    // Rounded up, so that rounding never makes room for one injection more.
    private static TimeSpan Interval(TimeSpan during, long injections) => TimeSpan.FromTicks((during.Ticks + injections - 1) / injections);

    private static long? JobsOf(in SimulationCall call, in SimulationCall before)
    {
        switch (call.Kind)
        {
            case CopiesKind.Pause:
                return 0;
            case CopiesKind.Inject:
                return (long)call.Injections * call.Copies;
            case CopiesKind.RampingInject:
                // As NBomber counts: the progress of the time before each injection in whole per cent, the number rounded.
                var sum = 0L;
                for (var injection = 0; injection < call.Injections; injection++)
                {
                    var percent = Math.Min(100, Math.Round(call.Interval * injection / call.During * 100, MidpointRounding.AwayFromZero));
                    sum += (long)Math.Abs(Math.Round(((call.Copies - before.Copies) / 100.0 * percent) + before.Copies, MidpointRounding.AwayFromZero));
                }

                return sum;
            default:
                return null;
        }
    }
}
