using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>What the jobs of one submit cohort taught us, by phase, outcome and source.</summary>
internal sealed class CohortRecorder
{
    private static readonly JobPhase[] Phases = Enum.GetValues<JobPhase>();
    private static readonly MeasureSource[] Sources = Enum.GetValues<MeasureSource>();

    private readonly Cohort _cohort;
    private readonly TimeSpan? _objective;
    private readonly DurationRecorder?[] _measures = new DurationRecorder?[Phases.Length * Sources.Length * JobOutcomes.All.Count];
    private readonly long[] _outcomes = new long[JobOutcomes.All.Count];
    private readonly ValueHistogram _pollsPerJob = new();
    private long _withinObjective;

    public CohortRecorder(Cohort cohort, TimeSpan? objective)
    {
        _cohort = cohort;
        _objective = objective;
    }

    public void Record(JobSample job)
    {
        Interlocked.Increment(ref _outcomes[(int)job.Outcome]);
        if (job.Outcome == JobOutcome.Completed && (_objective is null || job.End - job.DueStart <= _objective))
        {
            Interlocked.Increment(ref _withinObjective);
        }

        if (job.Outcome == JobOutcome.Completed)
        {
            _pollsPerJob.Record(job.Polls);
        }

        foreach (var duration in JobPhases.Of(job))
        {
            Slot.Ensure(ref _measures[Position(duration.Phase, job.Outcome, duration.Source)]).Record(duration);
        }
    }

    public CohortDocument ToDocument()
    {
        var measures = Measures().ToArray();
        return new CohortDocument
        {
            Index = _cohort.Index,
            Name = _cohort.Name,
            FromUs = Units.Microseconds(_cohort.From),
            ToUs = Units.Microseconds(_cohort.To),
            PlannedJobsPerSecond = _cohort.JobsPerSecond,
            Outcomes = [.. OutcomeCounts()],
            CompletedWithinObjective = Volatile.Read(ref _withinObjective),
            PollsPerJob = DistributionDocument.Of(_pollsPerJob.ToDistribution()),
            Measures = [.. measures],
            Phases = PhaseDocument.Summarise(measures),
        };
    }

    private IEnumerable<OutcomeDocument> OutcomeCounts() => JobOutcomes.All
        .Select(outcome => new OutcomeDocument(outcome, Volatile.Read(ref _outcomes[(int)outcome])))
        .Where(entry => entry.Count > 0);

    private IEnumerable<MeasureDocument> Measures()
    {
        foreach (var phase in Phases)
        {
            foreach (var outcome in JobOutcomes.All)
            {
                foreach (var source in Sources)
                {
                    if (Volatile.Read(ref _measures[Position(phase, outcome, source)]) is { } recorder)
                    {
                        yield return MeasureDocument.Of(phase, outcome, source, recorder.ToDistribution());
                    }
                }
            }
        }
    }

    private static int Position(JobPhase phase, JobOutcome outcome, MeasureSource source) =>
        ((((int)phase * JobOutcomes.All.Count) + (int)outcome) * Sources.Length) + (int)source;
}
