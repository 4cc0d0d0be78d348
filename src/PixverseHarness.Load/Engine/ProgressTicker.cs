using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Load.Engine;

/// <summary>Tells whoever watches how the run goes, at a cadence of the run's clock.</summary>
internal sealed class ProgressTicker
{
    private readonly LoadOptions _options;
    private readonly RunBook _book;
    private readonly WaitHeap _waiting;
    private TimeSpan _due;
    private TimeSpan _last;
    private long _lastOffered;
    private long _lastSubmitted;

    public ProgressTicker(LoadOptions options, RunBook book, WaitHeap waiting)
    {
        _options = options;
        _book = book;
        _waiting = waiting;
        _due = options.ProgressEvery;
    }

    /// <summary>When the next snapshot is due; null if nobody watches.</summary>
    public TimeSpan? Next => _options.Progress is null ? null : _due;

    /// <summary>Tells, if it is time to, or if <paramref name="force"/> wants a last word.</summary>
    public void Tick(TimeSpan now, bool draining, bool force)
    {
        if (_options.Progress is not { } tell || (now < _due && !force))
        {
            return;
        }

        while (_due <= now)
        {
            _due += _options.ProgressEvery;
        }

        tell(Take(now, draining));
        (_last, _lastOffered, _lastSubmitted) = (now, _book.Offered, _book.Submitted);
    }

    private LoadSnapshot Take(TimeSpan now, bool draining)
    {
        var seconds = Math.Max((now - _last).TotalSeconds, 1e-3);
        var step = _options.Schedule.StepAt(now);
        var ramps = !_options.Schedule.Steps.IsEmpty && _options.Schedule.Steps[step].Simulation.IsRamp;
        var endToEnd = _book.EndToEnd(_waiting.Jobs.Where(static job => job.IsAccepted).Select(job => now - job.Intended));
        return new LoadSnapshot
        {
            Elapsed = now,
            Planned = _options.Schedule.Length,
            Phase = draining ? LoadPhase.Drain : ramps ? LoadPhase.Ramp : LoadPhase.Steady,
            Step = step,
            Offered = _book.Offered,
            Submitted = _book.Submitted,
            OfferedPerSecond = (_book.Offered - _lastOffered) / seconds,
            SubmittedPerSecond = (_book.Submitted - _lastSubmitted) / seconds,
            InFlight = _book.InFlight,
            Held = _waiting.Count - _book.InFlight,
            Outcomes = _book.Outcomes,
            EndToEndP50 = PercentileEstimate.Of(endToEnd, 50),
            EndToEndP95 = PercentileEstimate.Of(endToEnd, 95),
            LatenessP99 = _book.TakeLatenessP99(),
            CommittedMicroDollars = _options.Spend.SpentMicroDollars + _options.Spend.ReservedMicroDollars,
            LimitMicroDollars = _options.Spend.LimitMicroDollars,
        };
    }
}
