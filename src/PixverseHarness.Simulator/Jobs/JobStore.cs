namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// The live jobs of a session and the events that await them. Nothing runs in the background: whoever calls the core
/// first settles what has fallen due, in order of (instant, order of submit).
/// </summary>
internal sealed class JobStore
{
    private readonly Dictionary<string, Job> _live = new(StringComparer.Ordinal);
    private readonly PriorityQueue<JobEvent, (long Instant, long Order)> _events = new();
    private long _order;

    /// <summary>How many records can be read.</summary>
    public int Count => _live.Count;

    /// <summary>The records that can be read.</summary>
    public IReadOnlyCollection<Job> Live => _live.Values;

    /// <summary>Instant of the next event, or null when nothing will happen by itself.</summary>
    public long? NextEventAt => _events.TryPeek(out _, out var key) ? key.Instant : null;

    /// <summary>Adds a job. One whose record is lost at once is settled but never found.</summary>
    public void Add(Job job)
    {
        if (job.ExpiresAt > job.SubmittedAt)
        {
            _live.Add(job.Id, job);
            Enqueue(job, JobEventKind.Expired, job.ExpiresAt);
        }

        Enqueue(job, JobEventKind.Started, job.StartsAt);
        Enqueue(job, JobEventKind.Ended, job.EndsAt);
    }

    /// <summary>The job with this id, or null.</summary>
    public Job? Find(string id) => _live.GetValueOrDefault(id);

    /// <summary>Settles every event up to and including an instant.</summary>
    public void Settle(long now)
    {
        while (_events.TryPeek(out var due, out var key) && key.Instant <= now)
        {
            _events.Dequeue();
            switch (due.Kind)
            {
                case JobEventKind.Ended:
                    due.Job.Account.Settle(due.Job);
                    break;
                case JobEventKind.Expired:
                    _live.Remove(due.Job.Id);
                    break;
            }
        }
    }

    private void Enqueue(Job job, JobEventKind kind, long instant) => _events.Enqueue(new JobEvent(job, kind), (instant, _order++));
}
