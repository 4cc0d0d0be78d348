using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Load.Capacity;

/// <summary>
/// Runs one rate and judges it. A rate that the service cannot hold shows in the growth of jobs in flight long before it shows
/// in end-to-end times, so the step looks at both, and stops early at the first.
/// </summary>
internal sealed class StepRun
{
    // A service that is over its limit by less than this is told from one at its limit by nothing that a step can measure.
    private const double GrowthShare = 0.02;
    private const double LeastSubmitted = 0.99;

    // Lateness makes a service look worse and never better, so a rate that held in spite of it held. It is in the way where the rate
    // itself was not kept, which is a matter of the step's length, and where it may be what broke the objective.
    private const double MostLateShareOfStep = 0.01;

    // Filling up takes a job's time; twice that leaves the ramp of in-flight jobs out of the trend.
    private const double WarmUps = 2;
    private const double LeastJobTimes = 20;
    private const int Looks = 40;

    private readonly BreakpointOptions _options;
    private readonly IJobWorkload _workload;
    private readonly TimeProvider _clock;
    private long _nextOrdinal;

    public StepRun(BreakpointOptions options, IJobWorkload workload, TimeProvider clock)
    {
        _options = options;
        _workload = workload;
        _clock = clock;
    }

    /// <summary>Tries a rate for its usual length times <paramref name="stretch"/>.</summary>
    public async Task<BreakpointStep> RunAsync(Rate rate, double stretch, ulong seed, CancellationToken drain, CancellationToken stop)
    {
        var length = Longer(_options.JobTime * LeastJobTimes, TimeSpan.FromSeconds(_options.JobsPerStep / rate.EachSecond)) * stretch;
        var schedule = LoadSchedule.Of([new Inject(rate, length)], _options.Arrival, seed);
        var options = _options.Run(schedule) with { FirstOrdinal = _nextOrdinal };
        var log = new StepLog(_options.Recorder?.Invoke(options));
        var nextLook = length / 2; // The least that a trend is worth looking at.
        LoadRun? run = null;
        run = new LoadRun(
            options with { Progress = options.Progress + Look, ProgressEvery = options.Progress is null ? length / Looks : options.ProgressEvery },
            _workload,
            log,
            _clock);
        LoadResult result;
        await using (drain.UnsafeRegister(static run => ((LoadRun)run!).Interrupt(), run))
        {
            result = await run.RunAsync(stop);
        }

        _nextOrdinal += result.Offered;
        var isWhole = !result.WasCutShort && result.Offered == schedule.Arrivals().LongCount();
        return Judge(rate, log, result, length < result.DrainedFrom ? length : result.DrainedFrom, isWhole);

        void Look(LoadSnapshot snapshot)
        {
            if (snapshot.Phase == LoadPhase.Drain || snapshot.Elapsed <= nextLook)
            {
                return;
            }

            nextLook = snapshot.Elapsed + (length / Looks);
            if (Trend(log, snapshot.Elapsed).IsGrowth(rate.EachSecond, GrowthShare))
            {
                run?.Drain(StopReason.Aborted, "jobs in flight grow");
            }
        }
    }

    private InFlightTrend Trend(StepLog log, TimeSpan to) =>
        InFlightTrend.Of(log.InFlightChanges, _options.JobTime * WarmUps, to, _options.JobTime * 2);

    private BreakpointStep Judge(Rate rate, StepLog log, LoadResult result, TimeSpan submitted, bool isWhole)
    {
        var growth = Trend(log, submitted);
        var endToEnd = PercentileEstimate.Of(log.EndToEnd, _options.Percent);
        var completed = result.Submitted == 0 ? 0 : result.Count(JobOutcome.Completed) / (double)result.Submitted;
        var (verdict, reason) = Decide();
        return new BreakpointStep(rate, verdict, reason, endToEnd, growth, result);

        (StepVerdict Verdict, string Reason) Decide()
        {
            var lateness = log.SubmitLateness;
            var late = TimeSpan.FromMicroseconds(lateness.AtRank(Math.Max(1, (long)Math.Ceiling(lateness.Count * 0.99))) ?? 0);
            var objective = _options.Objective;
            return result switch
            {
                { Reason: StopReason.HarnessFault } => (StepVerdict.Inconclusive, $"The workload broke: {result.Fault?.Message}"),
                { Reason: StopReason.BudgetSpent } => (StepVerdict.Inconclusive, "The budget did not last for the step."),
                { WasCutShort: true } => (StepVerdict.Inconclusive, $"The step was stopped with {result.Count(JobOutcome.Unfinished)} jobs in flight."),

                // A stop that came when nothing was left to submit, and whose jobs were followed, took nothing from the step.
                { Reason: StopReason.Interrupted } when !isWhole => (StepVerdict.Inconclusive, $"The step was interrupted after {result.Submitted} jobs."),
                _ when late > submitted * MostLateShareOfStep =>
                    (StepVerdict.Inconclusive, $"The generator was {DurationText.Format(late)} late (p99) and did not keep the rate."),
                { ThrottledAnswers: > 0 } => (StepVerdict.Broke, "The service's rate limit refused submits."),
                _ when growth.IsGrowth(rate.EachSecond, GrowthShare) => (StepVerdict.Broke, "Jobs in flight grew without end."),
                _ when result.Submitted < LeastSubmitted * result.Offered => (StepVerdict.Inconclusive, "Too many jobs were shed by the cap on jobs in flight."),
                _ when completed < _options.LeastCompleted => (StepVerdict.Broke, "Too few jobs completed."),
                _ when !endToEnd.IsSupported => (StepVerdict.Inconclusive, "The step had too few jobs for its percentile."),
                _ when endToEnd.Value is { } value && value > Microseconds(objective) && value - Microseconds(late + log.MostPollLateness) <= Microseconds(objective) =>
                    (StepVerdict.Inconclusive, $"The generator was {DurationText.Format(late + log.MostPollLateness)} late, which may be what broke the objective."),
                _ when endToEnd.Value is not { } value || value > Microseconds(objective) => (StepVerdict.Broke, "End-to-end time broke the objective."),
                _ => (StepVerdict.Held, "The objective held and jobs in flight did not grow."),
            };
        }
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
