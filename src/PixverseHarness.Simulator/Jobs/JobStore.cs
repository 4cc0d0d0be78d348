using PixverseHarness.Contract.Jobs;
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
    private readonly int[] _standing = new int[4];
    private long _ordinal;

    /// <summary>Makes an empty store.</summary>
    /// <param name="format">How the session writes ids.</param>
    public JobStore(RequestIdFormat format)
    {
        _format = format;
        _live = new HashSet<Job>(JobNumbers.Instance);
        _byNumber = _live.GetAlternateLookup<UInt128>();
    }

    /// <summary>Told of every job when it has ended.</summary>
    public Action<Job>? OnEnded { get; init; }

    /// <summary>How many jobs are in a state; those that have not ended count although their record is lost, those that have only as long as it can be read.</summary>
    public int CountOf(JobState state) => _standing[(int)state];

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

        _standing[(int)JobState.Queued]++;
        Await(job);
    }

    /// <summary>Changes one job and nothing else, and settles what that makes due.</summary>
    /// <param name="job">A job that is found.</param>
    /// <param name="change">What changes.</param>
    /// <param name="now">This instant.</param>
    /// <param name="expiryFollowsEnd">Whether retention counts from the end.</param>
    public void Override(Job job, JobOverride change, long now, bool expiryFollowsEnd)
    {
        _waiting.Remove(job, out _, out _);
        change.Apply(job, now, expiryFollowsEnd);
        Await(job);
        Settle(now);
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
            var before = StandingOf(job);
            if (next == JobEvents.Ended)
            {
                job.Account.Settle(job);
                OnEnded?.Invoke(job);
            }
            else if (next == JobEvents.Expired)
            {
                _live.Remove(job);
            }

            job.Settled |= next;
            Move(before, StandingOf(job));
            Await(job);
        }
    }

    private void Move(JobState? from, JobState? to)
    {
        if (from is { } left)
        {
            _standing[(int)left]--;
        }

        if (to is { } entered)
        {
            _standing[(int)entered]++;
        }
    }

    private static JobState? StandingOf(Job job) => (job.Settled & (JobEvents.Started | JobEvents.Ended | JobEvents.Expired)) switch
    {
        var settled when (settled & JobEvents.Ended) == 0 => (settled & JobEvents.Started) == 0 ? JobState.Queued : JobState.Processing,
        var settled when (settled & JobEvents.Expired) != 0 => null,
        _ => job.Stuck ? JobState.Processing : job.Failure is null ? JobState.Completed : JobState.Failed,
    };

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
