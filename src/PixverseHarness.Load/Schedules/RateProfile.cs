using System.Collections.Immutable;
using PixverseHarness.Load.Randomness;

namespace PixverseHarness.Load.Schedules;

/// <summary>The rate of an open schedule over time, its integral, and the inverse of that integral.</summary>
internal sealed class RateProfile
{
    // Far below one job and far above what doubles lose over a day: an arrival this close to the end of a piece is the next piece's.
    private const double Hair = 1e-6;

    private readonly ImmutableArray<RatePiece> _pieces;

    private RateProfile(ImmutableArray<RatePiece> pieces) => _pieces = pieces;

    /// <summary>The jobs expected over the whole profile; infinity if it ends in an iterations simulation.</summary>
    public double Mass => _pieces.IsEmpty ? 0 : _pieces[^1].MassBefore + _pieces[^1].Mass;

    /// <summary>Builds the profile of valid <paramref name="steps"/>; closed steps and pauses have rate 0.</summary>
    public static RateProfile Of(ImmutableArray<ScheduleStep> steps, ulong seed)
    {
        var pieces = ImmutableArray.CreateBuilder<RatePiece>();
        double mass = 0;
        double rate = 0;
        foreach (var step in steps)
        {
            var start = step.Start.TotalSeconds;
            var length = (step.Simulation.Lasts ?? TimeSpan.Zero).TotalSeconds;
            switch (step.Simulation)
            {
                case Inject inject:
                    Add(step.Index, start, length, inject.Rate.EachSecond, inject.Rate.EachSecond);
                    break;
                case RampingInject ramp:
                    Add(step.Index, start, length, rate, ramp.Rate.EachSecond);
                    break;
                case InjectRandom random:
                    AddDrawn(step, random);
                    break;
                case IterationsForInject iterations:
                    Add(step.Index, start, double.PositiveInfinity, iterations.Rate.EachSecond, iterations.Rate.EachSecond);
                    break;
                default:
                    rate = 0;
                    break;
            }
        }

        return new RateProfile(pieces.ToImmutable());

        void Add(int step, double start, double length, double from, double to)
        {
            var piece = new RatePiece(step, start, length, from, to, mass);
            pieces.Add(piece);
            mass += piece.Mass;
            rate = to;
        }

        void AddDrawn(ScheduleStep step, InjectRandom random)
        {
            var draws = new SeededStream(seed, "inject-random").Fork(step.Index);
            var (low, high) = (random.Minimum.EachSecond, random.Maximum.EachSecond);
            for (var index = 0L; index * random.Interval.Ticks < random.During.Ticks; index++)
            {
                var begin = TimeSpan.FromTicks(index * random.Interval.Ticks);
                var length = random.During - begin < random.Interval ? random.During - begin : random.Interval;
                var drawn = low + ((high - low) * draws.Unit(index));
                Add(step.Index, (step.Start + begin).TotalSeconds, length.TotalSeconds, drawn, drawn);
            }
        }
    }

    /// <summary>The rate at <paramref name="second"/>, in jobs per second.</summary>
    public double RateAt(double second)
    {
        var index = LastStartingBy(second);
        return index < 0 || second >= _pieces[index].Start + _pieces[index].Length ? 0 : _pieces[index].RateAt(second - _pieces[index].Start);
    }

    /// <summary>The jobs expected before <paramref name="second"/>.</summary>
    public double MassAt(double second)
    {
        var index = LastStartingBy(second);
        return index < 0 ? 0 : _pieces[index].MassBefore + _pieces[index].MassUntil(Math.Min(second - _pieces[index].Start, _pieces[index].Length));
    }

    /// <summary>
    /// The latest instant at which <paramref name="mass"/> jobs are expected to have begun, and the piece that it lies in, searching
    /// from the piece <paramref name="from"/>; false where the profile holds fewer.
    /// </summary>
    public bool TrySolve(double mass, ref int from, out double second, out int step)
    {
        for (; from < _pieces.Length; from++)
        {
            var piece = _pieces[from];
            if (piece.Mass > 0 && mass < piece.MassBefore + piece.Mass - Hair)
            {
                second = piece.Start + piece.Solve(mass - piece.MassBefore);
                step = piece.Step;
                return true;
            }
        }

        (second, step) = (0, 0);
        return false;
    }

    private int LastStartingBy(double second)
    {
        var (low, high) = (0, _pieces.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_pieces[middle].Start <= second)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
