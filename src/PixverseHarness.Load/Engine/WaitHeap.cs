namespace PixverseHarness.Load.Engine;

/// <summary>
/// All jobs of a run, ordered by the instant at which something is to happen to each. A job has one place, which moves with
/// its instant, so the heap is never larger than the number of jobs in flight. Equal instants keep the order of asking.
/// </summary>
internal sealed class WaitHeap
{
    private Entry[] _entries = new Entry[64];
    private long _sequence;

    public int Count { get; private set; }

    /// <summary>The earliest instant; null if the heap is empty.</summary>
    public TimeSpan? Earliest => Count == 0 ? null : TimeSpan.FromTicks(_entries[0].Due);

    /// <summary>The job of the earliest instant.</summary>
    public LiveJob First => _entries[0].Job;

    /// <summary>Every job, in no order that means anything.</summary>
    public IEnumerable<LiveJob> Jobs
    {
        get
        {
            for (var index = 0; index < Count; index++)
            {
                yield return _entries[index].Job;
            }
        }
    }

    /// <summary>Puts <paramref name="job"/> at <paramref name="due"/>, or moves it there.</summary>
    public void Set(LiveJob job, TimeSpan due)
    {
        var entry = new Entry(due.Ticks, _sequence++, job);
        if (job.HeapIndex < 0)
        {
            if (Count == _entries.Length)
            {
                Array.Resize(ref _entries, Count * 2);
            }

            Rise(Count++, entry);
        }
        else if (entry.IsBefore(_entries[job.HeapIndex]))
        {
            Rise(job.HeapIndex, entry);
        }
        else
        {
            Sink(job.HeapIndex, entry);
        }
    }

    /// <summary>Takes <paramref name="job"/> out; nothing happens if it is not in.</summary>
    public void Remove(LiveJob job)
    {
        var index = job.HeapIndex;
        if (index < 0)
        {
            return;
        }

        job.HeapIndex = -1;
        var last = _entries[--Count];
        _entries[Count] = default;
        if (index == Count)
        {
            return;
        }

        if (index > 0 && last.IsBefore(_entries[(index - 1) / 2]))
        {
            Rise(index, last);
        }
        else
        {
            Sink(index, last);
        }
    }

    private void Rise(int index, in Entry entry)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (!entry.IsBefore(_entries[parent]))
            {
                break;
            }

            Place(index, _entries[parent]);
            index = parent;
        }

        Place(index, entry);
    }

    private void Sink(int index, in Entry entry)
    {
        while (true)
        {
            var child = (2 * index) + 1;
            if (child >= Count)
            {
                break;
            }

            if (child + 1 < Count && _entries[child + 1].IsBefore(_entries[child]))
            {
                child++;
            }

            if (!_entries[child].IsBefore(entry))
            {
                break;
            }

            Place(index, _entries[child]);
            index = child;
        }

        Place(index, entry);
    }

    private void Place(int index, in Entry entry)
    {
        _entries[index] = entry;
        entry.Job.HeapIndex = index;
    }

    private readonly struct Entry(long due, long sequence, LiveJob job)
    {
        public readonly long Due = due;
        public readonly LiveJob Job = job;
        private readonly long _sequence = sequence;

        public bool IsBefore(in Entry other) => Due != other.Due ? Due < other.Due : _sequence < other._sequence;
    }
}
