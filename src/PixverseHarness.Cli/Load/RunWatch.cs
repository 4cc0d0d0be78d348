using System.Collections.Immutable;
using System.Threading.Channels;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Load.Engine;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Cli.Load;

/// <summary>
/// Looks at a run about every second, beside the engine's loop and never in it: draws the board, reads the generator's
/// health, and judges the thresholds that look at a window or may stop the run.
/// </summary>
internal sealed class RunWatch
{
    private readonly Channel<LoadSnapshot> _moments = Channel.CreateBounded<LoadSnapshot>(
        new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly RunRecorder _recorder;
    private readonly ThresholdMonitor _monitor;
    private readonly IMachine _machine;
    private readonly ILoadBoard _board;
    private readonly bool _judgesOnTheWay;
    private TimeSpan _lastAt;
    private ProcessReading _last;

    /// <summary>Prepares to watch a run.</summary>
    public RunWatch(ImmutableArray<Threshold> thresholds, RunRecorder recorder, IMachine machine, ILoadBoard board)
    {
        _recorder = recorder;
        _monitor = new ThresholdMonitor(thresholds);
        _machine = machine;
        _board = board;
        _judgesOnTheWay = thresholds.Any(t => t.AbortOnFail || t.Window is not null || t.For > TimeSpan.Zero);
        _last = machine.ReadProcess();
    }

    /// <summary>Takes a moment in; for the engine's loop.</summary>
    public void Observe(LoadSnapshot moment) => _moments.Writer.TryWrite(moment);

    /// <summary>Watches until <see cref="Complete"/>.</summary>
    /// <param name="abort">Called once a threshold asks to stop.</param>
    public async Task WatchAsync(Action abort)
    {
        await foreach (var moment in _moments.Reader.ReadAllAsync())
        {
            ReadHealth(moment.Elapsed);
            _board.Show(moment);
            if (_judgesOnTheWay)
            {
                _monitor.Observe(moment.Elapsed, _recorder.Measured(moment.Elapsed));
                if (_monitor.ShouldAbort)
                {
                    abort();
                }
            }
        }
    }

    /// <summary>Ends the watch.</summary>
    public void Complete() => _moments.Writer.Complete();

    /// <summary>The thresholds, judged.</summary>
    public ImmutableArray<ThresholdResult> Judge(MeasuredDocument measured) => _monitor.Finish(measured);

    private void ReadHealth(TimeSpan at)
    {
        var interval = at - _lastAt;
        if (interval <= TimeSpan.Zero)
        {
            return;
        }

        var now = _machine.ReadProcess();
        _recorder.Record(new GeneratorSample(
            at, interval, (now.Processor - _last.Processor) / interval / now.Cores, now.GcPause - _last.GcPause, now.ThreadPoolQueue, now.ResidentBytes));
        (_lastAt, _last) = (at, now);
    }
}
