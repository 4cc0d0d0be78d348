using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>
/// The recorder of a run: keeps histograms and counts, never a sample. Equal samples give equal documents in whatever
/// order they came.
/// </summary>
public sealed class RunRecorder : IRunRecorder
{
    private readonly RunRecorderOptions _options;
    private readonly CohortRecorder[] _cohorts;
    private readonly RequestRecorder[] _requests;
    private readonly SeriesRecorder _series;
    private readonly PollCostRecorder _pollCost = new();
    private readonly Tally[] _causes;
    private readonly GeneratorRecorder _generator = new();
    private long _polls;
    private long _pollErrors;
    private long _throttled;
    private long _cost;
    private long _timeInFlight;

    /// <summary>Makes an empty recorder.</summary>
    /// <exception cref="ArgumentException">The cohorts are none, too many, or not numbered 0, 1, 2 and so on.</exception>
    public RunRecorder(RunRecorderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Cohorts.Count is 0 or > RunRecorderOptions.MostCohorts)
        {
            throw new ArgumentException(
                $"A run has 1 to {RunRecorderOptions.MostCohorts} cohorts, not {options.Cohorts.Count}. Merge neighbouring windows.",
                nameof(options));
        }

        if (options.Cohorts.Where((cohort, index) => cohort.Index != index).FirstOrDefault() is { } misplaced)
        {
            throw new ArgumentException($"Cohort \"{misplaced.Name}\" has index {misplaced.Index}, which is not its position.", nameof(options));
        }

        _options = options;
        _cohorts = [.. options.Cohorts.Select(cohort => new CohortRecorder(cohort, options.Objective))];
        _requests = [.. Enum.GetValues<RequestOperation>().Select(operation => new RequestRecorder(operation))];
        _causes = [.. JobOutcomes.All.Select(_ => new Tally())];
        _series = new SeriesRecorder(options.PlannedDuration);
    }

    /// <inheritdoc/>
    public void Record(JobSample job)
    {
        ArgumentNullException.ThrowIfNull(job);
        _cohorts[Math.Clamp(job.CohortIndex, 0, _cohorts.Length - 1)].Record(job);
        _series.Record(job);
        _pollCost.Record(job);
        if (job.Cause is { } cause)
        {
            _causes[(int)job.Outcome].Add(cause);
        }

        Interlocked.Add(ref _polls, job.Polls);
        Interlocked.Add(ref _pollErrors, job.PollErrorsSurvived);
        Interlocked.Add(ref _throttled, Units.Microseconds(job.Throttled));
        Interlocked.Add(ref _cost, job.CostMicroDollars);
        Interlocked.Add(ref _timeInFlight, Units.Microseconds(job.TimeInFlight ?? JobPhases.InFlight(job)));
    }

    /// <inheritdoc/>
    public void Record(in RequestSample request)
    {
        _requests[(int)request.Operation].Record(request);
        _series.Record(request);
    }

    /// <inheritdoc/>
    public void Record(in GeneratorSample health) => _generator.Record(health);

    /// <inheritdoc/>
    public void ChangeInFlight(TimeSpan at, int by) => _series.ChangeInFlight(at, by);

    /// <summary>
    /// What the run has taught us by <paramref name="at"/>, an offset from its start that is not before any recorded
    /// instant. May be taken while the run goes on; jobs in flight are then not in it yet.
    /// </summary>
    public MeasuredDocument Measured(TimeSpan at)
    {
        var cohorts = _cohorts.Select(cohort => cohort.ToDocument()).ToArray();
        var series = _series.ToDocument(at);
        return new MeasuredDocument
        {
            DurationUs = Units.Microseconds(at),
            ObjectiveUs = _options.Objective is { } objective ? Units.Microseconds(objective) : null,
            Totals = new TotalsDocument
            {
                Polls = Volatile.Read(ref _polls),
                PollErrorsSurvived = Volatile.Read(ref _pollErrors),
                ThrottledUs = Volatile.Read(ref _throttled),
                TimeInFlightUs = Volatile.Read(ref _timeInFlight),
                CostMicroDollars = Volatile.Read(ref _cost),
            },
            Causes = [.. Causes()],
            Phases = PhaseDocument.Summarise(cohorts.SelectMany(cohort => cohort.Measures)),
            Requests = [.. _requests.Select(request => request.ToDocument())],
            Cohorts = [.. cohorts],
            Series = series,
            PollCost = [.. _pollCost.ToDocuments()],
        };
    }

    /// <summary>The health of the generator as far as it was handed in; for the host document.</summary>
    public GeneratorDocument Generator() => _generator.ToDocument();

    private IEnumerable<CauseDocument> Causes() => JobOutcomes.All.SelectMany(outcome =>
        _causes[(int)outcome].Ordered().Select(pair => new CauseDocument(outcome, pair.Key, pair.Value)));
}
