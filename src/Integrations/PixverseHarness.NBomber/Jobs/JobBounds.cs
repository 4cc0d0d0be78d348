namespace PixverseHarness.NBomber.Jobs;

/// <summary>How long the steps of one job may take: until its deadline, or until the run is cut short.</summary>
internal sealed class JobBounds : IDisposable
{
    private readonly Waits _waits;
    private readonly CancellationToken _cut;
    private CancellationTokenSource? _deadline;
    private CancellationTokenSource? _both;

    public JobBounds(Waits waits, CancellationToken cut)
    {
        _waits = waits;
        _cut = cut;
    }

    /// <summary>Whether a submit has begun.</summary>
    public bool HasStarted => _both is not null;

    /// <summary>Cancelled when the job is given up.</summary>
    public CancellationToken Token => _both?.Token ?? _cut;

    /// <summary>A submit begins, and with it the time that the job has.</summary>
    public void Restart(TimeSpan timeout)
    {
        Dispose();
        _deadline = _waits.After(timeout);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, _cut);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _both?.Dispose();
        _deadline?.Dispose();
    }
}
