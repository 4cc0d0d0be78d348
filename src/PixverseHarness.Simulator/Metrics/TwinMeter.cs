using System.Diagnostics;
using System.Diagnostics.Metrics;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Metrics;

/// <summary>
/// What a twin does and holds, as instruments of <c>System.Diagnostics.Metrics</c>, named by the OpenTelemetry conventions.
/// While nobody listens nothing is counted and nothing allocated. No tag holds a key, a prompt or an id.
/// </summary>
public sealed class TwinMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "PixverseHarness.Simulator";

    private const string OperationTag = "pixverse.operation";
    private const string FaultTag = "pixverse.fault";
    private const string StateTag = "pixverse.job.state";

    // Jobs take about 44 s, and a twentieth of it at the usual pace of a test.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 45, 60, 75, 90, 120, 180, 300, 600],
    };

    private readonly TwinCore _core;
    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _faults;
    private readonly Histogram<double> _queueTimes;
    private readonly Histogram<double> _runTimes;

    /// <summary>Begins to count what a twin does, once somebody listens to the meter.</summary>
    public TwinMeter(TwinCore core)
    {
        _core = core;
        _meter = new Meter(new MeterOptions(Name) { Scope = core });
        _requests = _meter.CreateCounter<long>("pixverse.twin.requests", "{request}", "Requests answered, by operation, status, error cause and fault.");
        _faults = _meter.CreateCounter<long>("pixverse.twin.faults", "{fault}", "Parts that faults took in answers and fates.");
        _queueTimes = _meter.CreateHistogram("pixverse.twin.job.queue.duration", "s", "Time that jobs waited for a worker, by how they ended.", tags: null, advice: Seconds);
        _runTimes = _meter.CreateHistogram("pixverse.twin.job.run.duration", "s", "Time that jobs had a worker, by how they ended.", tags: null, advice: Seconds);
        TwinGauges.Add(_meter, core);
        core.Shared.Meter = this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (ReferenceEquals(_core.Shared.Meter, this))
        {
            _core.Shared.Meter = null;
        }

        _meter.Dispose();
    }

    /// <summary>Counts an answered request.</summary>
    internal void Count(in JournalRow row, List<FaultRule>? acted)
    {
        if (acted is not null && _faults.Enabled)
        {
            foreach (var rule in acted)
            {
                _faults.Add(1, new KeyValuePair<string, object?>(FaultTag, rule.Fault.Name));
            }
        }

        if (!_requests.Enabled)
        {
            return;
        }

        var tags = new TagList
        {
            { OperationTag, row.Operation is { } operation ? Operations.Get(operation).Name : "none" },
            { "http.response.status_code", row.Status },
        };
        if (row.Cause is { } cause)
        {
            tags.Add("error.type", cause);
        }

        if (acted is [var first, ..])
        {
            tags.Add(FaultTag, first.Fault.Name);
        }

        _requests.Add(1, tags);
    }

    /// <summary>Counts a job that has ended.</summary>
    internal void CountEnd(Job job)
    {
        if (!_queueTimes.Enabled && !_runTimes.Enabled)
        {
            return;
        }

        var state = new KeyValuePair<string, object?>(StateTag, job.Stuck ? "stuck" : TwinGauges.Tag(job.Failure is null ? JobState.Completed : JobState.Failed));
        _queueTimes.Record(TimeSpan.FromTicks(job.StartsAt - job.SubmittedAt).TotalSeconds, state);
        _runTimes.Record(TimeSpan.FromTicks(job.EndsAt - job.StartsAt).TotalSeconds, state);
    }
}
