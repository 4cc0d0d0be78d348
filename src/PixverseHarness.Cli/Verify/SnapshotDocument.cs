using System.Collections.Immutable;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Cli.Verify;

/// <summary>Snapshots in a JSON document.</summary>
/// <param name="Folder">The folder of the committed files.</param>
/// <param name="Equal">How many are as they were.</param>
/// <param name="Changes">The others.</param>
/// <param name="NotTaken">Why each of the rest was not taken, by its name.</param>
internal sealed record SnapshotDocument(
    string Folder, int Equal, ImmutableArray<SnapshotOutcome> Changes, ImmutableSortedDictionary<string, string> NotTaken)
{
    /// <summary>The document of a result; null for none.</summary>
    public static SnapshotDocument? Of(SnapshotResult? result) => result is null ? null : new(
        result.Report.Folder,
        result.Report.Count(SnapshotVerdict.Equal),
        [.. result.Report.Outcomes.Where(o => o.Verdict != SnapshotVerdict.Equal)],
        result.NotTaken);
}
