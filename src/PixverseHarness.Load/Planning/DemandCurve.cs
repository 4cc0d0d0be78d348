using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Planning;

/// <summary>How many jobs a schedule has started by any instant, open arrivals and closed copies together.</summary>
internal sealed class DemandCurve
{
    // Between two grid points a limit is found by bisection, to far below a second.
    private const int GridPoints = 4_000;
    private const int Bisections = 50;

    private readonly LoadSchedule _schedule;
    private readonly TimeSpan _cycle;

    /// <param name="schedule">The schedule.</param>
    /// <param name="cycle">How long a closed copy is busy with one job.</param>
    public DemandCurve(LoadSchedule schedule, TimeSpan cycle)
    {
        _schedule = schedule;
        _cycle = cycle;
        End = schedule.Steps.IsEmpty ? TimeSpan.Zero : schedule.Steps[^1] switch
        {
            { End: { } end } => end,
            { Simulation: IterationsForInject last, Start: var start } => start + TimeSpan.FromSeconds(last.Iterations / last.Rate.EachSecond),
            { Simulation: IterationsForConstant last, Start: var start } => start + (cycle * Math.Ceiling(last.Iterations / (double)last.Copies)),
            _ => TimeSpan.Zero,
        };
    }

    /// <summary>When the last job is started.</summary>
    public TimeSpan End { get; }

    /// <summary>The jobs expected to have been started before <paramref name="at"/>.</summary>
    public double StartedBy(TimeSpan at)
    {
        if (at <= TimeSpan.Zero)
        {
            return 0;
        }

        at = at < End ? at : End;
        double copySeconds = 0;
        var (since, copies) = (TimeSpan.Zero, 0);
        foreach (var change in _schedule.CopiesChanges)
        {
            if (change.Offset >= at)
            {
                break;
            }

            copySeconds += copies * (change.Offset - since).TotalSeconds;
            (since, copies) = (change.Offset, change.Copies);
        }

        copySeconds += copies * (at - since).TotalSeconds;
        return _schedule.ExpectedBefore(at) + (copySeconds / _cycle.TotalSeconds);
    }

    /// <summary>The jobs started in the <paramref name="span"/> before <paramref name="at"/>: those in some state for which each stays that long.</summary>
    public double StartedWithin(TimeSpan span, TimeSpan at) => StartedBy(at) - StartedBy(at - span);

    /// <summary>The most that <paramref name="level"/> reaches until the last job has gone through <paramref name="tail"/>.</summary>
    public double Peak(Func<TimeSpan, double> level, TimeSpan tail) => Grid(tail).Max(level);

    /// <summary>The first instant at which <paramref name="level"/> exceeds <paramref name="limit"/>; null if it never does.</summary>
    public TimeSpan? FirstAbove(Func<TimeSpan, double> level, double limit, TimeSpan tail)
    {
        // Expectations add up to a limit exactly where a plan was made to fit: that is not above it.
        limit += 1e-6;
        var before = TimeSpan.Zero;
        foreach (var at in Grid(tail))
        {
            if (level(at) > limit)
            {
                return Bisect(level, limit, before, at);
            }

            before = at;
        }

        return null;
    }

    private static TimeSpan Bisect(Func<TimeSpan, double> level, double limit, TimeSpan low, TimeSpan high)
    {
        for (var round = 0; round < Bisections && high - low > TimeSpan.FromMilliseconds(1); round++)
        {
            var middle = (low + high) / 2;
            (low, high) = level(middle) > limit ? (low, middle) : (middle, high);
        }

        return high;
    }

    private IEnumerable<TimeSpan> Grid(TimeSpan tail)
    {
        var edges = _schedule.Steps.Select(static step => step.Start).Append(End);
        var even = Enumerable.Range(0, GridPoints + 1).Select(point => (End + tail) * (point / (double)GridPoints));
        return edges.SelectMany(edge => new[] { edge, edge + tail }).Concat(even).Order();
    }
}
