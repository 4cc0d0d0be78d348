using System.Collections.Immutable;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Results.Thresholds;

/// <summary>
/// Judges thresholds while a run goes on. Readings are cumulative, so a window is the difference of two of them: nothing is
/// recorded twice. A job enters a window when it ends. Not safe for concurrent use.
/// </summary>
public sealed class ThresholdMonitor
{
    private readonly Watched[] _watched;

    /// <summary>Watches the given thresholds.</summary>
    public ThresholdMonitor(IEnumerable<Threshold> thresholds) => _watched = [.. thresholds.Select(threshold => new Watched(threshold))];

    /// <summary>True once a threshold with abortOnFail was crossed, not before its delayAbortEval.</summary>
    public bool ShouldAbort { get; private set; }

    /// <summary>Looks at the run at <paramref name="at"/>, later than before; every second is usual.</summary>
    public void Observe(TimeSpan at, MeasuredDocument run)
    {
        foreach (var watched in _watched)
        {
            watched.Observe(at, run);
            ShouldAbort |= watched.Aborts(at);
        }
    }

    /// <summary>
    /// The results at the end. A threshold over the whole run is judged by the final numbers; one with a window or a holding
    /// time is crossed if it ever was, and so is one that stopped the run.
    /// </summary>
    public ImmutableArray<ThresholdResult> Finish(MeasuredDocument run) => [.. _watched.Select(watched => watched.Finish(run))];

    private sealed class Watched
    {
        private readonly Threshold _threshold;
        private readonly Queue<(TimeSpan At, MetricReading Reading)> _readings = new();
        private TimeSpan? _brokenSince;
        private ThresholdResult? _crossed;
        private bool _judgedWindow;
        private bool _stopped;

        public Watched(Threshold threshold)
        {
            _threshold = threshold;
            _readings.Enqueue((TimeSpan.Zero, new MetricReading()));
        }

        public bool Aborts(TimeSpan at)
        {
            var aborts = _threshold.AbortOnFail && _crossed is not null && at >= _threshold.DelayAbortEval;
            _stopped |= aborts;
            return aborts;
        }

        public void Observe(TimeSpan at, MeasuredDocument run)
        {
            var reading = ThresholdJudge.Read(_threshold, run);
            if (_threshold.Window is { } window)
            {
                _readings.Enqueue((at, reading));
                while (_readings.Count > 2 && _readings.ElementAt(1).At <= at - window)
                {
                    _readings.Dequeue();
                }

                if (at < window)
                {
                    return;
                }

                reading = reading.Since(_readings.Peek().Reading);
                _judgedWindow = true;
            }

            // While a run is young, no data and few samples are no news.
            var result = ThresholdJudge.Judge(_threshold, reading);
            if (result.State != ThresholdState.Crossed)
            {
                _brokenSince = null;
                _crossed = IsFinal ? _crossed : null;
                return;
            }

            _brokenSince ??= at;
            if (at - _brokenSince >= _threshold.For)
            {
                _crossed ??= result with { CrossedAtUs = Units.Microseconds(at) };
            }
        }

        public ThresholdResult Finish(MeasuredDocument run)
        {
            if (_crossed is { } crossed && (IsFinal || _stopped))
            {
                return crossed;
            }

            var whole = ThresholdJudge.Judge(_threshold, run);
            return _judgedWindow && whole.State == ThresholdState.Crossed ? whole with { State = ThresholdState.Kept } : whole;
        }

        // Over the whole run a crossing can heal until the end; in a window it cannot.
        private bool IsFinal => _threshold.Window is not null || _threshold.For > TimeSpan.Zero;
    }
}
