using System.Collections.Immutable;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Cli.Verify;

/// <summary>Writes snapshots down for a run document: one line for all of them, and a finding for each that differs.</summary>
internal static class SnapshotRecord
{
    private const string Id = "snapshots";

    /// <summary>The line; none where no snapshots were asked for.</summary>
    public static IEnumerable<ClauseDocument> Clauses(SnapshotResult? result)
    {
        if (result is not null)
        {
            yield return new ClauseDocument
            {
                Id = Id,
                Area = Id,
                Sentence = "Everything is, byte by byte, as the committed files have it.",
                Source = result.Report.Folder,
                Verdict = result.Report.HasFailures ? ClauseVerdict.Violated : ClauseVerdict.Held,
                Looks = result.Report.Outcomes.Length,
            };
        }
    }

    /// <summary>The findings.</summary>
    /// <param name="result">What came of the snapshots; null for none.</param>
    /// <param name="who">Who is wrong when one differs.</param>
    public static ImmutableArray<Finding> Findings(SnapshotResult? result, FindingClass who) =>
        [.. (result?.Report.Failures ?? []).Select(outcome => Finding(outcome, result!.Report.Folder, who))];

    private static Finding Finding(SnapshotOutcome outcome, string folder, FindingClass who) => new()
    {
        Id = $"snapshot/{outcome.Name}",
        Clause = Id,
        Severity = FindingSeverity.Error,
        Class = who,
        Message = outcome.Verdict switch
        {
            SnapshotVerdict.New => "There is no snapshot of this yet.",
            SnapshotVerdict.Delete => "Nothing belongs to this snapshot any more.",
            _ => "The snapshot differs.",
        },
        Where = $"{folder}/{outcome.VerifiedFile}",
        Expected = First(outcome, '-') ?? (outcome.Verdict == SnapshotVerdict.Delete ? "something that belongs to it" : "the committed file"),
        Seen = First(outcome, '+') ?? "nothing",
    };

    // The heads of a diff have three marks.
    private static string? First(SnapshotOutcome outcome, char mark) => outcome.Difference.Split('\n')
        .FirstOrDefault(line => line.StartsWith(mark) && !line.StartsWith(new string(mark, 3), StringComparison.Ordinal))?[1..].Trim();
}
