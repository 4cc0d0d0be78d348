using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// The live jobs of a session and the events that await them. Nothing runs in the background: whoever calls the core
/// first settles what has fallen due, in order of (instant, order of submit). Each job waits in the heap once, for its
/// next event only.
/// </summary>
internal sealed class JobStore
{
    private readonly RequestIdFormat _format;
    private readonly HashSet<Job> _live;
    private readonly HashSet<Job>.AlternateLookup<UInt128> _byNumber;
    private readonly PriorityQueue<Job, (long Instant, long Ordinal)> _waiting = new();
    private long _ordinal;

    /// <summary>Makes an empty store.</summary>
    /// <param name="format">How the session writes ids.</param>
    public JobStore(RequestIdFormat format)
    {
        _format = format;
        _live = new HashSet<Job>(JobNumbers.Instance);
        _byNumber = _live.GetAlternateLookup<UInt128>();
    }

    /// <summary>How many records can be read.</summary>
    public int Count => _live.Count;

    /// <summary>The records that can be read.</summary>
    public IReadOnlyCollection<Job> Live => _live;

    /// <summary>Instant of the next event, or null when nothing will happen by itself.</summary>
    public long? NextEventAt => _waiting.TryPeek(out _, out var key) ? key.Instant : null;

    /// <summary>Adds a job. One whose record is lost at once is settled but never found.</summary>
    public void Add(Job job)
    {
        job.Ordinal = _ordinal++;
        if (job.ExpiresAt > job.SubmittedAt)
        {
            _live.Add(job);
        }
        else
        {
            job.Settled |= JobEvents.Expired;
        }

        Await(job);
    }

    /// <summary>The job with this id, or null.</summary>
    public Job? Find(string id) => RequestIds.Parse(id, _format) is { } number ? Find(number) : null;

    /// <summary>The job with this id as a number, or null.</summary>
    public Job? Find(UInt128 number) => _byNumber.TryGetValue(number, out var job) ? job : null;

    /// <summary>Settles every event up to and including an instant.</summary>
    public void Settle(long now)
    {
        while (_waiting.TryPeek(out var job, out var key) && key.Instant <= now)
        {
            _waiting.Dequeue();
            var next = NextOf(job).Event;
            if (next == JobEvents.Ended)
            {
                job.Account.Settle(job);
            }
            else if (next == JobEvents.Expired)
            {
                _live.Remove(job);
            }

            job.Settled |= next;
            Await(job);
        }
    }

    private void Await(Job job)
    {
        var (next, instant) = NextOf(job);
        if (next != JobEvents.None)
        {
            _waiting.Enqueue(job, (instant, job.Ordinal));
        }
    }

    private static (JobEvents Event, long Instant) NextOf(Job job)
    {
        var next = (Event: JobEvents.None, Instant: long.MaxValue);
        Consider(JobEvents.Started, job.StartsAt);
        Consider(JobEvents.Ended, job.EndsAt);
        Consider(JobEvents.Expired, job.ExpiresAt);
        return next;

        void Consider(JobEvents candidate, long instant)
        {
            if ((job.Settled & candidate) == 0 && instant < next.Instant)
            {
                next = (candidate, instant);
            }
        }
    }
}
