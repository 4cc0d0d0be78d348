using System.Collections.Immutable;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;
using PixverseHarness.Results.Text;

namespace PixverseHarness.Results.Comparison;

/// <summary>
/// Judges what holds the queue wait. Jobs that queue behind each other wait alike, so a rank test takes one busy minute for hundreds
/// of independent witnesses; stretches of the run that are long enough to be independent of each other have to agree with it.
/// </summary>
internal sealed class QueuedFigures
{
    // Runs so much longer that their stretches would be independent: their likeness falls off exponentially.
    private const double MemoriesApart = 4;
    private const double MostTimesLonger = 50;

    private static readonly ImmutableArray<string> Figures = [JobPhase.EndToEnd.ToTag(), JobPhase.QueueWait.ToTag()];

    private readonly MeasuredDocument _before;
    private readonly MeasuredDocument _after;
    private readonly StretchResult _stretches;

    public QueuedFigures(MeasuredDocument before, MeasuredDocument after)
    {
        (_before, _after) = (before, after);
        _stretches = StretchTest.Of(
            (new TimeSums(before.Series.EndToEndJobs, before.Series.EndToEndUs), new TimeSums(after.Series.EndToEndJobs, after.Series.EndToEndUs)),
            (new TimeSums(before.Series.QueueWaitJobs, before.Series.QueueWaitUs), new TimeSums(after.Series.QueueWaitJobs, after.Series.QueueWaitUs)));
    }

    /// <summary>A row that holds the wait stays a change only if the stretches agree; if they cannot say, nobody can.</summary>
    public ComparisonRow Judge(ComparisonRow row, double significance)
    {
        var figure = Figures.IndexOf(row.Figure);
        if (figure < 0 || row.State is not (ComparisonState.Regressed or ComparisonState.Improved))
        {
            return row;
        }

        if (_stretches.Chances.IsEmpty || (_stretches.IsDrift && _stretches.Chances[figure] >= significance))
        {
            return row with { State = ComparisonState.Inconclusive };
        }

        var chance = Math.Max(row.PValue ?? 1, _stretches.Chances[figure]);
        return row with { PValue = chance, State = chance < significance ? row.State : ComparisonState.Same };
    }

    /// <summary>Why a row could not be judged and what to do, or how it was judged.</summary>
    public IEnumerable<string> Notes(ImmutableArray<ComparisonRow> rows)
    {
        if (rows.Any(row => Figures.Contains(row.Figure) && row is { State: ComparisonState.Inconclusive, PValue: not null }))
        {
            yield return $"Jobs queued behind each other, and end to end or queue wait changed, but {Why()}";
        }
        else if (_stretches.Stretches > 0)
        {
            yield return $"Jobs waited long enough to matter: a change of end to end or queue wait had to show in {Units.Text(_stretches.Stretches)} stretches of the runs, too.";
        }
    }

    private string Why()
    {
        if (_before.Series.EndToEndUs.IsEmpty || _after.Series.EndToEndUs.IsEmpty)
        {
            return "one of the runs was written by an older version, which kept no times along the run: run it again.";
        }

        var offered = Math.Min(Offered(_before.Series), Offered(_after.Series));
        if (_stretches.CarriedOver is not { } carriedOver)
        {
            var needed = StretchTest.Least * Math.Max(_before.Series.BucketUs, _after.Series.BucketUs);
            return $"jobs were submitted over {DurationText.Format(offered)} only, and chance needs {Units.Text(StretchTest.Least)} stretches to show itself: submit over at least {DurationText.Format(Math.Max(needed, 2 * offered))} in both runs.";
        }

        var longer = (long)Math.Clamp(Math.Ceiling(-MemoriesApart / Math.Log(Math.Min(carriedOver, 0.99))), 2, MostTimesLonger);
        return $"the wait carries over from one stretch of the run to the next, so that {DurationText.Format(offered)} cannot tell a change from chance. Compare at a rate at which jobs do not queue, or repeat the plan about {Units.Text(longer)} times within each run ({DurationText.Format(longer * offered)}).";
    }

    private static long Offered(SeriesDocument series) => new TimeSums(series.EndToEndJobs, series.EndToEndUs).Length * series.BucketUs;
}
