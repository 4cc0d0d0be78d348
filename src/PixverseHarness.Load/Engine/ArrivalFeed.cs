using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Engine;

/// <summary>When the next jobs are due: open arrivals by the schedule, closed copies when one is asked for or becomes free.</summary>
internal sealed class ArrivalFeed : IDisposable
{
    private readonly IEnumerator<Arrival> _arrivals;
    private readonly LoadSchedule _schedule;
    private readonly TimeSpan _rest;
    private readonly PriorityQueue<TimeSpan, (TimeSpan Due, long Order)> _freeCopies = new();
    private long? _iterationsLeft;
    private bool _hasArrival;
    private int _change;
    private int _wanted;
    private int _copies;
    private long _order;

    /// <param name="schedule">The schedule to feed from.</param>
    /// <param name="rest">How long a closed copy rests after a job that was never accepted.</param>
    public ArrivalFeed(LoadSchedule schedule, TimeSpan rest)
    {
        _schedule = schedule;
        _rest = rest;
        _iterationsLeft = schedule.ClosedIterations;
        _arrivals = schedule.Arrivals().GetEnumerator();
        _hasArrival = _arrivals.MoveNext();
    }

    /// <summary>Whether nothing will ever be due again.</summary>
    public bool IsExhausted => !_hasArrival && (_iterationsLeft == 0 || (_change >= _schedule.CopiesChanges.Length && _wanted == 0));

    /// <summary>The next instant at which something is due, as far as it is known; null if only the end of a job can tell.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            TimeSpan? due = _hasArrival ? _arrivals.Current.Offset : null;
            if (_iterationsLeft != 0)
            {
                due = Earlier(due, _freeCopies.Count > 0 ? _freeCopies.Peek() : null);
                due = Earlier(due, _change < _schedule.CopiesChanges.Length ? _schedule.CopiesChanges[_change].Offset : null);
            }

            return due;
        }
    }

    /// <summary>Takes the next job that is due by <paramref name="now"/>; false if there is none yet.</summary>
    public bool TryTake(TimeSpan now, out TimeSpan due, out bool isCopy)
    {
        if (_hasArrival && _arrivals.Current.Offset <= now)
        {
            (due, isCopy) = (_arrivals.Current.Offset, false);
            _hasArrival = _arrivals.MoveNext();
            return true;
        }

        isCopy = true;
        FollowChanges(now);
        while (_freeCopies.Count > 0 && _freeCopies.Peek() <= now && _iterationsLeft != 0)
        {
            due = _freeCopies.Dequeue();
            if (_copies > _wanted)
            {
                _copies--;
                continue;
            }

            if (due >= _schedule.Steps[^1].Start)
            {
                _iterationsLeft--;
            }

            return true;
        }

        due = default;
        return false;
    }

    /// <summary>Says that a copy's job has ended, so that the copy starts another one or retires.</summary>
    public void Free(TimeSpan at, bool wasAccepted) => AddFree(wasAccepted ? at : at + _rest);

    /// <summary>Nothing more is due.</summary>
    public void Stop()
    {
        _hasArrival = false;
        _iterationsLeft = 0;
    }

    public void Dispose() => _arrivals.Dispose();

    private void FollowChanges(TimeSpan now)
    {
        var changes = _schedule.CopiesChanges;
        while (_change < changes.Length && changes[_change].Offset <= now)
        {
            var change = changes[_change++];
            _wanted = change.Copies;
            while (_copies < _wanted)
            {
                _copies++;
                AddFree(change.Offset);
            }
        }
    }

    private void AddFree(TimeSpan due) => _freeCopies.Enqueue(due, (due, _order++));

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;
}
