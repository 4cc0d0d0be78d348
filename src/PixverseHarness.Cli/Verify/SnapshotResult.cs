using System.Collections.Immutable;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Cli.Verify;

/// <summary>What came of the snapshots of a run.</summary>
/// <param name="Report">Those that were taken.</param>
/// <param name="NotTaken">Why each of the others was not, by its name.</param>
internal sealed record SnapshotResult(SnapshotReport Report, ImmutableSortedDictionary<string, string> NotTaken);
