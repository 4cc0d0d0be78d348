using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Thresholds;

/// <summary>Every metric that a threshold can name, and how it is read.</summary>
internal static class MetricCatalog
{
    private static readonly string[] JobTags = ["outcome", "cohort", "source"];

    public static IReadOnlyDictionary<string, Metric> All { get; } =
        Jobs().Concat(Counts()).Concat(Requests()).ToDictionary(metric => metric.Name, StringComparer.Ordinal);

    /// <summary>Values that a tag can take; null if any text can stand.</summary>
    public static IReadOnlyCollection<string>? TagValues(string tag) => tag switch
    {
        "phase" => [.. Enum.GetValues<JobPhase>().Select(JobOutcomes.ToTag)],
        "outcome" => [.. JobOutcomes.All.Select(JobOutcomes.ToTag), TagSet.AnyOutcome],
        "source" => [.. Enum.GetNames<MeasureSource>().Select(TagNames.Of)],
        "operation" => [.. Enum.GetValues<RequestOperation>().Select(JobOutcomes.ToTag)],
        _ => null,
    };

    private static IEnumerable<Metric> Jobs()
    {
        yield return new Metric("job_duration", MetricKind.Duration, ["phase", .. JobTags], (run, tags) => Durations(run, tags.Phase, tags));
        foreach (var (name, phase) in ((string, JobPhase)[])
        [
            ("job_submit_duration", JobPhase.Submit),
            ("job_queue_wait", JobPhase.QueueWait),
            ("job_run", JobPhase.Run),
            ("job_detect_delay", JobPhase.DetectionDelay),
            ("job_fetch_duration", JobPhase.Fetch),
        ])
        {
            yield return new Metric(name, MetricKind.Duration, JobTags, (run, tags) => Durations(run, phase, tags));
        }

        yield return new Metric("polls_per_job", MetricKind.Number, ["cohort"], (run, tags) => Numbers(
            Cohorts(run, tags).Aggregate(Distribution.Empty, (pool, cohort) => pool.Merge(cohort.PollsPerJob.ToDistribution()))));
    }

    private static IEnumerable<Metric> Counts()
    {
        yield return JobShare("jobs_accepted", JobOutcomes.IsAccepted);
        yield return JobShare("jobs_failed", outcome => outcome == JobOutcome.FailedByService);
        yield return JobShare("submits_missed", outcome => outcome == JobOutcome.Shed);
        foreach (var outcome in JobOutcomes.All)
        {
            yield return JobShare("jobs_" + outcome.ToTag(), other => other == outcome);
        }

        yield return new Metric("job_goodput", MetricKind.Counter, ["cohort"], (run, tags) => new MetricReading
        {
            Count = Cohorts(run, tags).Sum(cohort => cohort.CompletedWithinObjective),
            Whole = (tags.Cohort is null ? run.DurationUs : Cohorts(run, tags).Sum(cohort => cohort.ToUs - cohort.FromUs)) / Units.PerSecond,
            Observations = Arrivals(run, tags),
        });
        yield return new Metric("in_flight", MetricKind.Level, [], (run, _) => new MetricReading
        {
            Count = run.Series.JobMicroseconds.Sum() / Units.PerSecond,
            Whole = run.DurationUs / Units.PerSecond,
            Maximum = run.Series.InFlightMaximum.DefaultIfEmpty().Max(),
            Observations = run.Arrivals,
        });
        yield return new Metric("job_cost", MetricKind.Value, [], (run, _) => new MetricReading
        {
            Count = run.Totals.CostMicroDollars / Units.PerSecond,
            Observations = run.Arrivals,
        });
    }

    private static IEnumerable<Metric> Requests()
    {
        yield return Request("http_req_duration", MetricKind.Duration, request => Numbers(request.Durations.ToDistribution()));
        yield return Request("http_req_failed", MetricKind.Share, request => new MetricReading
        {
            Count = request.Failed,
            Whole = request.Durations.Count,
            Observations = request.Durations.Count,
        });
        yield return new Metric("http_reqs", MetricKind.Counter, ["operation"], RequestsPerSecond, "operation");
        yield return Lateness("submit_lateness", RequestOperation.Submit);
        yield return Lateness("poll_lateness", RequestOperation.Poll);
    }

    private static MetricReading RequestsPerSecond(MeasuredDocument run, TagSet tags)
    {
        var requests = run.Request(tags.Operation).Durations.Count;
        return new MetricReading { Count = requests, Whole = run.DurationUs / Units.PerSecond, Observations = requests };
    }

    private static Metric JobShare(string name, Func<JobOutcome, bool> condition) =>
        new(name, MetricKind.Share, ["cohort"], (run, tags) => new MetricReading
        {
            Count = Cohorts(run, tags).SelectMany(cohort => cohort.Outcomes).Where(entry => condition(entry.Outcome)).Sum(entry => entry.Count),
            Whole = Arrivals(run, tags),
            Observations = Arrivals(run, tags),
        });

    private static Metric Request(string name, MetricKind kind, Func<RequestDocument, MetricReading> read) =>
        new(name, kind, ["operation"], (run, tags) => read(run.Request(tags.Operation)), "operation");

    private static Metric Lateness(string name, RequestOperation operation) =>
        new(name, MetricKind.Duration, [], (run, _) => Numbers(run.Request(operation).Lateness.ToDistribution()));

    // What the service states is exact where the client sees only bounds, so it is preferred when it covers every job seen.
    private static MetricReading Durations(MeasuredDocument run, JobPhase phase, TagSet tags)
    {
        var observed = run.Durations(phase, tags.Source ?? MeasureSource.Observed, tags.Selects, tags.Cohort);
        if (tags.Source is null)
        {
            var stated = run.Durations(phase, MeasureSource.Stated, tags.Selects, tags.Cohort);
            if (stated.Lower.Count >= observed.Lower.Count && stated.Lower.Count > 0)
            {
                observed = stated with { Censored = observed.Censored };
            }
        }

        return new MetricReading { Sample = observed, Observations = observed.Count };
    }

    private static MetricReading Numbers(Distribution values) => new()
    {
        Sample = new CensoredDistribution(values, values, Distribution.Empty),
        Observations = values.Count,
    };

    private static IEnumerable<CohortDocument> Cohorts(MeasuredDocument run, TagSet tags) => run.Cohorts.Where(cohort =>
        tags.Cohort is null || string.Equals(cohort.Name, tags.Cohort, StringComparison.Ordinal));

    private static long Arrivals(MeasuredDocument run, TagSet tags) =>
        Cohorts(run, tags).SelectMany(cohort => cohort.Outcomes).Sum(entry => entry.Count);
}
