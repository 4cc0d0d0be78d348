using System.Collections.Immutable;
using System.Text;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>What came of the snapshots of a run.</summary>
public sealed record SnapshotReport
{
    /// <summary>The folder of the committed files.</summary>
    public required string Folder { get; init; }

    /// <summary>Every snapshot, by the name of its file; then committed files that none belongs to.</summary>
    public required ImmutableArray<SnapshotOutcome> Outcomes { get; init; }

    /// <summary>Those that fail the run.</summary>
    public IEnumerable<SnapshotOutcome> Failures => Outcomes.Where(o => o.IsFailure);

    /// <summary>Whether one fails the run.</summary>
    public bool HasFailures => Failures.Any();

    /// <summary>How many have a verdict.</summary>
    public int Count(SnapshotVerdict verdict) => Outcomes.Count(o => o.Verdict == verdict);

    /// <summary>
    /// The failures as a text in the grammar of Verify's messages, which tools can read: the folder in the first line, the
    /// lists <c>New</c>, <c>NotEqual</c> and <c>Delete</c>, and behind <c>FileContent:</c> what differs, for people. Empty
    /// when nothing failed.
    /// </summary>
    /// <param name="most">Of how many files the difference is shown. The lists are always whole.</param>
    public string FailureText(int most = int.MaxValue)
    {
        if (!HasFailures)
        {
            return "";
        }

        var text = new StringBuilder();
        text.Append("Directory: ").Append(Folder).Append('\n');
        Pairs(text, SnapshotVerdict.New);
        Pairs(text, SnapshotVerdict.NotEqual);
        if (Count(SnapshotVerdict.Delete) > 0)
        {
            text.Append("Delete:\n");
            foreach (var outcome in With(SnapshotVerdict.Delete))
            {
                text.Append("  - ").Append(outcome.VerifiedFile).Append('\n');
            }
        }

        var left = most;
        text.Append("\nFileContent:\n");
        Contents(text, SnapshotVerdict.NotEqual, ref left);
        Contents(text, SnapshotVerdict.New, ref left);
        return text.ToString();
    }

    private IEnumerable<SnapshotOutcome> With(SnapshotVerdict verdict) => Outcomes.Where(o => o.Verdict == verdict);

    private void Pairs(StringBuilder text, SnapshotVerdict verdict)
    {
        if (Count(verdict) == 0)
        {
            return;
        }

        text.Append(verdict).Append(":\n");
        foreach (var outcome in With(verdict))
        {
            text.Append("  - Received: ").Append(outcome.ReceivedFile).Append('\n');
            text.Append("    Verified: ").Append(outcome.VerifiedFile).Append('\n');
        }
    }

    private void Contents(StringBuilder text, SnapshotVerdict verdict, ref int left)
    {
        if (Count(verdict) == 0 || left == 0)
        {
            return;
        }

        text.Append('\n').Append(verdict).Append(":\n");
        foreach (var outcome in With(verdict).Take(left))
        {
            text.Append("\nReceived: ").Append(outcome.ReceivedFile).Append('\n');
            if (verdict == SnapshotVerdict.NotEqual)
            {
                text.Append("Verified: ").Append(outcome.VerifiedFile).Append("\nCompare Result:\n");
            }

            text.Append(outcome.Difference);
            left--;
        }
    }
}
