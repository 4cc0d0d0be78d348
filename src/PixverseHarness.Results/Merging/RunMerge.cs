using System.Collections.Immutable;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Results.Merging;

/// <summary>
/// Merges what the shards of one run measured. Histograms are added, so percentiles equal those of a single run that had
/// recorded everything; only the greatest number in flight is an upper bound, since shards peak at different moments.
/// </summary>
public static class RunMerge
{
    /// <summary>Merges the shards, one or more.</summary>
    /// <exception cref="ArgumentException">There is none, or they have different cohorts, objectives or bucket widths.</exception>
    public static MeasuredDocument Merge(IReadOnlyList<MeasuredDocument> shards)
    {
        ArgumentNullException.ThrowIfNull(shards);
        if (shards.Count == 0)
        {
            throw new ArgumentException("There is no run to merge.", nameof(shards));
        }

        return shards.Skip(1).Aggregate(shards[0], Merge);
    }

    private static MeasuredDocument Merge(MeasuredDocument left, MeasuredDocument right)
    {
        if (left.ObjectiveUs != right.ObjectiveUs || !left.Cohorts.Select(Shape).SequenceEqual(right.Cohorts.Select(Shape)))
        {
            throw new ArgumentException("The runs have different cohorts or objectives: only shards of one plan can be merged.", nameof(right));
        }

        ImmutableArray<CohortDocument> cohorts = [.. left.Cohorts.Zip(right.Cohorts, Merge)];
        return left with
        {
            DurationUs = Math.Max(left.DurationUs, right.DurationUs),
            Totals = new TotalsDocument
            {
                Polls = left.Totals.Polls + right.Totals.Polls,
                PollErrorsSurvived = left.Totals.PollErrorsSurvived + right.Totals.PollErrorsSurvived,
                ThrottledUs = left.Totals.ThrottledUs + right.Totals.ThrottledUs,
                TimeInFlightUs = left.Totals.TimeInFlightUs + right.Totals.TimeInFlightUs,
                CostMicroDollars = left.Totals.CostMicroDollars + right.Totals.CostMicroDollars,
            },
            Causes =
            [
                .. left.Causes.Concat(right.Causes)
                    .GroupBy(cause => (cause.Outcome, cause.Cause))
                    .Select(group => new CauseDocument(group.Key.Outcome, group.Key.Cause, group.Sum(cause => cause.Count)))
                    .OrderBy(cause => cause.Outcome)
                    .ThenByDescending(cause => cause.Count)
                    .ThenBy(cause => cause.Cause, StringComparer.Ordinal),
            ],
            Phases = PhaseDocument.Summarise(cohorts.SelectMany(cohort => cohort.Measures)),
            Requests = [.. left.Requests.Zip(right.Requests, Merge)],
            Cohorts = cohorts,
            Series = Merge(left.Series, right.Series),
            PollCost =
            [
                .. left.PollCost.Concat(right.PollCost)
                    .GroupBy(row => row.Polls)
                    .OrderBy(group => group.Key)
                    .Select(group => new PollCostDocument(group.Key, group.Sum(row => row.Jobs), group.Sum(row => row.DetectionBoundSumUs))),
            ],
        };
    }

    private static (int, string, long, long) Shape(CohortDocument cohort) => (cohort.Index, cohort.Name, cohort.FromUs, cohort.ToUs);

    private static CohortDocument Merge(CohortDocument left, CohortDocument right)
    {
        ImmutableArray<MeasureDocument> measures =
        [
            .. left.Measures.Concat(right.Measures)
                .GroupBy(measure => (measure.Phase, measure.Outcome, measure.Source))
                .OrderBy(group => group.Key)
                .Select(group => MeasureDocument.Of(group.Key.Phase, group.Key.Outcome, group.Key.Source, PhaseDocument.Pool(group))),
        ];
        return left with
        {
            PlannedJobsPerSecond = left.PlannedJobsPerSecond + right.PlannedJobsPerSecond,
            Outcomes =
            [
                .. left.Outcomes.Concat(right.Outcomes)
                    .GroupBy(entry => entry.Outcome)
                    .OrderBy(group => group.Key)
                    .Select(group => new OutcomeDocument(group.Key, group.Sum(entry => entry.Count))),
            ],
            CompletedWithinObjective = left.CompletedWithinObjective + right.CompletedWithinObjective,
            PollsPerJob = Merge(left.PollsPerJob, right.PollsPerJob),
            Measures = measures,
            Phases = PhaseDocument.Summarise(measures),
        };
    }

    private static RequestDocument Merge(RequestDocument left, RequestDocument right) => left with
    {
        Failed = left.Failed + right.Failed,
        Durations = Merge(left.Durations, right.Durations),
        DurationsFromIntended = Merge(left.DurationsFromIntended, right.DurationsFromIntended),
        Lateness = Merge(left.Lateness, right.Lateness),
        Answers =
        [
            .. left.Answers.Concat(right.Answers)
                .GroupBy(answer => answer.Name, StringComparer.Ordinal)
                .Select(group => new CountDocument(group.Key, group.Sum(answer => answer.Count)))
                .OrderByDescending(answer => answer.Count)
                .ThenBy(answer => answer.Name, StringComparer.Ordinal),
        ],
    };

    private static DistributionDocument Merge(DistributionDocument left, DistributionDocument right) =>
        DistributionDocument.Of(left.ToDistribution().Merge(right.ToDistribution()));

    private static SeriesDocument Merge(SeriesDocument left, SeriesDocument right)
    {
        var width = Math.Max(left.BucketUs, right.BucketUs);
        if (width % left.BucketUs != 0 || width % right.BucketUs != 0)
        {
            throw new ArgumentException("The runs have time series of widths that do not divide each other.", nameof(right));
        }

        return new SeriesDocument
        {
            BucketUs = width,
            Offered = Sum(series => series.Offered),
            Sent = Sum(series => series.Sent),
            Completed = Sum(series => series.Completed),
            OtherwiseEnded = Sum(series => series.OtherwiseEnded),
            Shed = Sum(series => series.Shed),
            Polls = Sum(series => series.Polls),
            JobMicroseconds = Sum(series => series.JobMicroseconds),
            EndToEndJobs = Sum(series => series.EndToEndJobs),
            EndToEndUs = Sum(series => series.EndToEndUs),
            QueueWaitJobs = Sum(series => series.QueueWaitJobs),
            QueueWaitUs = Sum(series => series.QueueWaitUs),
            InFlightMaximum = Combine(series => series.InFlightMaximum, Enumerable.Max, static (a, b) => a + b),
            SubmitLatenessMaximumUs = Combine(series => series.SubmitLatenessMaximumUs, Enumerable.Max, Math.Max),
        };

        ImmutableArray<long> Sum(Func<SeriesDocument, ImmutableArray<long>> column) => Combine(column, Enumerable.Sum, static (a, b) => a + b);

        ImmutableArray<long> Combine(
            Func<SeriesDocument, ImmutableArray<long>> column, Func<IEnumerable<long>, long> fold, Func<long, long, long> merge)
        {
            var (a, b) = (Folded(left), Folded(right));
            return [.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(index => merge(a.ElementAtOrDefault(index), b.ElementAtOrDefault(index)))];

            long[] Folded(SeriesDocument series) => [.. column(series).Chunk((int)(width / series.BucketUs)).Select(fold)];
        }
    }
}
