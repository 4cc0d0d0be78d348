using System.Globalization;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Cli.Verify;

/// <summary>Snapshots on one screen: what differs, then the counts and how to take it.</summary>
internal sealed class SnapshotText(TextWriter output)
{
    private const int MostShown = 5;
    private const int MostReasons = 4;
    private const int MostAccepted = 10;

    /// <summary>Writes what differs: lists that tools can read, then the differences.</summary>
    public void WriteFailures(SnapshotReport report)
    {
        if (!report.HasFailures)
        {
            return;
        }

        // A folder that holds nothing yet needs no copy of everything.
        var most = report.Count(SnapshotVerdict.NotEqual) == 0 && report.Count(SnapshotVerdict.New) > MostShown ? 0 : MostShown;
        output.Write(report.FailureText(most));
        var unseen = report.Count(SnapshotVerdict.NotEqual) + report.Count(SnapshotVerdict.New) - most;
        if (unseen > 0)
        {
            output.WriteLine($"and {Text(unseen)} more, listed above");
        }

        output.WriteLine();
    }

    /// <summary>Writes the counts, and how changes are taken.</summary>
    public void WriteCounts(SnapshotResult result)
    {
        var report = result.Report;
        foreach (var group in result.NotTaken.GroupBy(n => n.Value, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(MostReasons))
        {
            output.WriteLine($"no snapshot: {Text(group.Count())} ({group.First().Key}{(group.Count() > 1 ? ", ..." : "")}): {group.Key}");
        }

        foreach (var taken in report.Outcomes.Where(o => o.Verdict == SnapshotVerdict.Accepted).Take(MostAccepted))
        {
            output.WriteLine($"accepted {taken.VerifiedFile}");
        }

        if (report.Count(SnapshotVerdict.Accepted) > MostAccepted)
        {
            output.WriteLine($"accepted {Text(report.Count(SnapshotVerdict.Accepted) - MostAccepted)} more");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"snapshots in {report.Folder}: {report.Count(SnapshotVerdict.Equal)} equal, {report.Count(SnapshotVerdict.NotEqual)} changed, {report.Count(SnapshotVerdict.New)} new, {report.Count(SnapshotVerdict.Delete)} left over, {report.Count(SnapshotVerdict.Accepted)} accepted, {result.NotTaken.Count} not taken"));
        if (report.HasFailures)
        {
            output.WriteLine($"to take what differs: the same command with --accept, or --accept {report.Failures.First().Name}");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
