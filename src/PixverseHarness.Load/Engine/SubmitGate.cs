namespace PixverseHarness.Load.Engine;

/// <summary>
/// Holds submits back while the service's rate limit is shut, the oldest first. After it opens, they go in waves of 1, 2, 4 ...
/// a moment apart, so that a limit which is still full is met by few requests, and a backlog is gone in a second.
/// </summary>
internal sealed class SubmitGate
{
    private static readonly TimeSpan BetweenWaves = TimeSpan.FromMilliseconds(50);

    private readonly PriorityQueue<LiveJob, long> _held = new();
    private TimeSpan _shutUntil = TimeSpan.MinValue;
    private TimeSpan _waveDue;
    private int _waveSize = 1;
    private int _releasedInWave;

    /// <summary>When the next held job may go; null if none is held.</summary>
    public TimeSpan? NextRelease => HasHeld ? _waveDue : null;

    private bool HasHeld
    {
        get
        {
            while (_held.TryPeek(out var job, out _) && job.Stage == JobStage.Ended)
            {
                _held.Dequeue();
            }

            return _held.Count > 0;
        }
    }

    /// <summary>Whether a new job may be submitted at <paramref name="now"/>, with nobody before it.</summary>
    public bool IsOpen(TimeSpan now) => now >= _shutUntil && !HasHeld;

    /// <summary>Shuts until <paramref name="until"/>; what is shut longer stays so.</summary>
    public void Shut(TimeSpan until)
    {
        if (until > _shutUntil)
        {
            _shutUntil = until;
        }

        _waveDue = _shutUntil;
        (_waveSize, _releasedInWave) = (1, 0);
    }

    public void Hold(LiveJob job) => _held.Enqueue(job, job.Ordinal);

    /// <summary>Lets the oldest held job go, if one may; <paramref name="due"/> is the instant that the plan had for that.</summary>
    public bool TryRelease(TimeSpan now, out LiveJob job, out TimeSpan due)
    {
        due = _waveDue;
        if (!HasHeld || now < _waveDue)
        {
            job = null!; // The caller reads it only after a true.
            return false;
        }

        job = _held.Dequeue();
        if (++_releasedInWave == _waveSize)
        {
            _waveDue += BetweenWaves;
            (_waveSize, _releasedInWave) = (_waveSize * 2, 0);
        }

        return true;
    }
}
