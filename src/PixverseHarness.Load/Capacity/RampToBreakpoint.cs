using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Capacity;

/// <summary>
/// Finds the highest rate that a service holds: raises the rate step by step until one breaks, halves the gap until it is
/// narrow, and confirms the rate that held with a step twice as long. Every step begins with nothing in flight and is judged by
/// the jobs submitted in it.
/// </summary>
public sealed class RampToBreakpoint
{
    private const double ConfirmationStretch = 2;

    private readonly BreakpointOptions _options;
    private readonly StepRun _step;
    private readonly ImmutableArray<BreakpointStep>.Builder _steps = ImmutableArray.CreateBuilder<BreakpointStep>();
    private double? _held;
    private double? _broke;
    private bool _confirming;

    /// <summary>Prepares a search; nothing happens yet.</summary>
    /// <exception cref="ArgumentException">An option is outside its range; the message names it.</exception>
    public RampToBreakpoint(BreakpointOptions options, IJobWorkload workload, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Start.EachSecond > 0, "start", options.Start.ToString(), "a rate above 0, such as 1/s");
        Require(options.Objective > TimeSpan.Zero, "objective", DurationText.Format(options.Objective), "a duration above zero, such as 90s");
        Require(options.JobTime > TimeSpan.Zero, "jobTime", DurationText.Format(options.JobTime), "a duration above zero, such as 44s");
        Require(options.Percent is > 0 and < 100, "percent", Text(options.Percent), "a number above 0 and below 100");
        Require(options.Factor > 1, "factor", Text(options.Factor), "a number above 1");
        Require(options.Precision > 1, "precision", Text(options.Precision), "a number above 1");
        Require(options.MostSteps >= 2, "mostSteps", Text(options.MostSteps), "2 or more");
        Require(options.JobsPerStep >= 72, "jobsPerStep", Text(options.JobsPerStep), "72 or more");
        _options = options;
        _step = new StepRun(options, workload, clock);
    }

    /// <summary>Searches. Once per instance. A search that is stopped is inconclusive.</summary>
    /// <param name="drain">Submits nothing more, and follows the jobs in flight to their end.</param>
    /// <param name="stop">Stops at once; jobs in flight are left alone.</param>
    public async Task<BreakpointResult> RunAsync(CancellationToken drain = default, CancellationToken stop = default)
    {
        while (true)
        {
            var rate = NextRate();
            if (_steps.Count == _options.MostSteps)
            {
                return Result(false, "The most steps were taken before the interval was narrow and confirmed.");
            }

            if (drain.IsCancellationRequested || stop.IsCancellationRequested)
            {
                return Result(false, "The search was stopped between two steps.");
            }

            if (rate > _options.Highest?.EachSecond)
            {
                return Result(false, "The highest rate allowed was reached and nothing broke: the breakpoint lies above.");
            }

            var step = await _step.RunAsync(InUnitOfStart(rate), _confirming ? ConfirmationStretch : 1, _options.Seed + (ulong)_steps.Count, drain, stop);
            _steps.Add(step);
            _options.Judged?.Invoke(step);
            switch (step.Verdict)
            {
                case StepVerdict.Inconclusive:
                    return Result(false, step.Reason);
                case StepVerdict.Broke:
                    _broke = rate;
                    _held = _held < rate ? _held : null;
                    break;
                case StepVerdict.Held when _confirming:
                    return Result(true, "The interval is narrow, and its lower end held twice.");
                default:
                    _held = rate;
                    break;
            }
        }
    }

    // Up while nothing broke, down while nothing held, then between the two, and at last the one that held once more.
    private double NextRate()
    {
        // A rate that held once and not twice is close to one that holds.
        var down = _confirming ? _options.Precision : _options.Factor;
        _confirming = _held is { } low && _broke is { } high && high / low <= _options.Precision * (1 + 1e-9);
        return (_held, _broke) switch
        {
            (null, null) => _options.Start.EachSecond,
            ({ } held, null) => held * _options.Factor,
            (null, { } broke) => broke / down,
            ({ } held, { } broke) => _confirming ? held : Math.Sqrt(held * broke),
        };
    }

    private BreakpointResult Result(bool conclusive, string reason) =>
        new(conclusive, AsRate(_held), AsRate(_broke), reason, _steps.ToImmutable());

    private Rate? AsRate(double? perSecond) => perSecond is { } rate ? InUnitOfStart(rate) : null;

    // In the unit of the start, because people read it.
    private Rate InUnitOfStart(double perSecond) => new(perSecond * _options.Start.Per.TotalSeconds, _options.Start.Per);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Require(bool holds, string name, string value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name}: \"{value}\" is not allowed; write {allowed}.", nameof(BreakpointOptions));
        }
    }
}
