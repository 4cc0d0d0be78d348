using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Results.Comparison;

/// <summary>
/// Two load runs compared. A figure regresses only if the difference is both significant (a rank test, corrected for the
/// number of figures) and large enough to matter; so equal runs raise a false alarm at most at the stated rate. Where jobs waited
/// long enough to matter, they may have waited for each other: then what holds the wait must differ over stretches of the run, too.
/// </summary>
public sealed record RunComparison
{
    private static readonly JobPhase[] Phases = [JobPhase.EndToEnd, JobPhase.QueueWait, JobPhase.Run, JobPhase.Submit, JobPhase.Fetch];

    /// <summary>Version of the document's schema.</summary>
    public string SchemaVersion { get; init; } = RunDocument.CurrentSchemaVersion;

    /// <summary>The whole: regressed if any figure is, else inconclusive if any is, else improved if any is.</summary>
    public required ComparisonState State { get; init; }

    /// <summary>Stated chance of a false alarm over all figures when nothing changed.</summary>
    public required double FalseAlarmRate { get; init; }

    /// <summary>The figures.</summary>
    public required ImmutableArray<ComparisonRow> Rows { get; init; }

    /// <summary>What makes the runs less comparable, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Compares a new run with a baseline.</summary>
    /// <exception cref="ArgumentException">One of them is no load run.</exception>
    public static RunComparison Of(RunDocument baseline, RunDocument candidate, ComparisonOptions? options = null)
    {
        var (before, after) = (Measured(baseline, nameof(baseline)), Measured(candidate, nameof(candidate)));
        var rule = options ?? new ComparisonOptions();
        var significance = rule.FalseAlarmRate / (Phases.Length + 1);
        var queue = Queued(before, rule) || Queued(after, rule) ? new QueuedFigures(before, after) : null;
        ImmutableArray<ComparisonRow> rows =
        [
            .. Phases.Select(phase => Durations(phase, before, after, rule, significance)).Select(row => queue?.Judge(row, significance) ?? row),
            NotCompleted(before, after, rule, significance),
        ];
        var distrusted = Distrusted(baseline) || Distrusted(candidate);
        return new RunComparison
        {
            State = distrusted ? ComparisonState.Inconclusive : Whole(rows),
            FalseAlarmRate = rule.FalseAlarmRate,
            Rows = rows,
            Notes = [.. Differences(baseline, candidate), .. rows.Select(TooFew).OfType<string>(), .. queue?.Notes(rows) ?? []],
        };
    }

    /// <summary>Writes the comparison as indented JSON with a final line feed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ResultsJson.Context.RunComparison) + "\n";

    private static ComparisonRow Durations(
        JobPhase phase, MeasuredDocument before, MeasuredDocument after, ComparisonOptions rule, double significance)
    {
        // Bounds from polls move with the poll interval, so what the service states is preferred if both runs have it.
        var source = HasStated(before, phase) && HasStated(after, phase) ? MeasureSource.Stated : MeasureSource.Observed;
        var (left, right) = (Sample(before, phase, source), Sample(after, phase, source));
        var chance = RankTest.PValue(left, right);
        var (leftMedian, rightMedian) = (Quantile(left, 0.50), Quantile(right, 0.50));
        var (leftTail, rightTail) = (Quantile(left, 0.95), Quantile(right, 0.95));
        var change = Larger(Change(leftMedian, rightMedian, rule), Change(leftTail, rightTail, rule));
        return new ComparisonRow
        {
            Figure = phase.ToTag(),
            State = left.Count == 0 && right.Count == 0 ? ComparisonState.Same : Judge(chance, significance, change),
            PValue = chance,
            BaseSamples = left.Count,
            NewSamples = right.Count,
            BaseMedian = leftMedian,
            NewMedian = rightMedian,
            BaseP95 = leftTail,
            NewP95 = rightTail,
        };
    }

    /// <summary>
    /// Waits that matter: p95 beyond the least change of the median job. Then jobs may have waited for each other, and the rank test
    /// alone, on anything that holds the wait, would raise false alarms.
    /// </summary>
    private static bool Queued(MeasuredDocument run, ComparisonOptions rule)
    {
        var stated = HasStated(run, JobPhase.QueueWait);
        var waits = Sample(run, JobPhase.QueueWait, stated ? MeasureSource.Stated : MeasureSource.Observed);
        return KaplanMeier.Quantile(waits.Lower, waits.Censored, 0.95)
            > rule.LeastChange * Quantile(Sample(run, JobPhase.EndToEnd, MeasureSource.Observed), 0.50);
    }

    private static string? TooFew(ComparisonRow row) => row is { State: ComparisonState.Inconclusive, PValue: null }
        ? row.IsShare
            ? "No job was due in one of the runs: there is nothing to compare."
            : $"Too few jobs to compare {row.Figure.Replace('_', ' ')}: {Units.Text(row.BaseSamples)} and {Units.Text(row.NewSamples)}, {Units.Text(RankTest.LeastSamples)} needed in each run."
        : null;

    private static ComparisonRow NotCompleted(MeasuredDocument before, MeasuredDocument after, ComparisonOptions rule, double significance)
    {
        var (left, right) = (before.Arrivals - before.Count(JobOutcome.Completed), after.Arrivals - after.Count(JobOutcome.Completed));
        var chance = ShareTest.PValue(left, before.Arrivals, right, after.Arrivals);
        var (leftShare, rightShare) = ((double)left / Math.Max(1, before.Arrivals), (double)right / Math.Max(1, after.Arrivals));
        var change = rightShare - leftShare;
        return new ComparisonRow
        {
            Figure = "not_completed",
            IsShare = true,
            State = Judge(Math.Min(before.Arrivals, after.Arrivals) == 0 ? null : chance, significance, Math.Abs(change) >= rule.LeastShareChange ? change : 0),
            PValue = chance,
            BaseSamples = before.Arrivals,
            NewSamples = after.Arrivals,
            BaseMedian = leftShare,
            NewMedian = rightShare,
        };
    }

    private static ComparisonState Judge(double? chance, double significance, double change) => chance switch
    {
        null => ComparisonState.Inconclusive,
        { } value when value >= significance || change == 0 => ComparisonState.Same,
        _ => change > 0 ? ComparisonState.Regressed : ComparisonState.Improved,
    };

    /// <summary>Relative change of a percentile, 0 if too small to matter. Not reached counts as infinitely long.</summary>
    private static double Change(double? before, double? after, ComparisonOptions rule) => (before, after) switch
    {
        (null, null) => 0,
        (_, null) => double.PositiveInfinity,
        (null, _) => double.NegativeInfinity,
        var (old, fresh) when Math.Abs(fresh.Value - old.Value) < Units.Microseconds(rule.LeastDifference) => 0,
        (0, _) => double.PositiveInfinity,
        var (old, fresh) => (fresh.Value - old.Value) / old.Value is var change && Math.Abs(change) >= rule.LeastChange ? change : 0,
    };

    private static double Larger(double left, double right) => Math.Abs(left) >= Math.Abs(right) ? left : right;

    private static ComparisonState Whole(ImmutableArray<ComparisonRow> rows) =>
        ((ComparisonState[])[ComparisonState.Regressed, ComparisonState.Inconclusive, ComparisonState.Improved])
            .FirstOrDefault(state => rows.Any(row => row.State == state), ComparisonState.Same);

    private static CensoredDistribution Sample(MeasuredDocument run, JobPhase phase, MeasureSource source) =>
        run.Durations(phase, source, outcome => outcome == JobOutcome.Completed || outcome.IsCensored());

    private static bool HasStated(MeasuredDocument run, JobPhase phase) =>
        Sample(run, phase, MeasureSource.Stated).Count is > 0 and var stated && stated >= run.Count(JobOutcome.Completed);

    private static double? Quantile(CensoredDistribution sample, double probability) =>
        KaplanMeier.Quantile(sample.Upper, sample.Censored, probability);

    private static bool Distrusted(RunDocument run) => run.Remarks.Any(remark => remark.Weight == RemarkWeight.Distrust);

    private static MeasuredDocument Measured(RunDocument run, string name) =>
        run.Measured ?? throw new ArgumentException($"Run \"{run.Run.Name}\" measured nothing: only load runs can be compared.", name);

    private static IEnumerable<string> Differences(RunDocument baseline, RunDocument candidate)
    {
        var (before, after) = (baseline.Run, candidate.Run);
        foreach (var (what, left, right) in ((string, string, string)[])
        [
            ("Scenario", before.Name, after.Name),
            ("Target", before.Target.ToString(), after.Target.ToString()),
            ("Seed", Units.Text(before.Seed), Units.Text(after.Seed)),
            ("Contract", before.ContractVersion ?? "none", after.ContractVersion ?? "none"),
        ])
        {
            if (!string.Equals(left, right, StringComparison.Ordinal))
            {
                yield return $"{what} differs: \"{left}\" and \"{right}\".";
            }
        }

        if (!before.Plan.Pace.Equals(after.Plan.Pace))
        {
            yield return "The twins ran at different paces: times are not comparable.";
        }

        foreach (var (name, run) in ((string, RunDocument)[])[("baseline", baseline), ("new run", candidate)])
        {
            if (Distrusted(run))
            {
                yield return $"The numbers of the {name} are not to be trusted: {run.Verdict.Reasons.FirstOrDefault()}";
            }
        }
    }
}
