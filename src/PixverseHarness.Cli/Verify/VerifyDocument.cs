using System.Collections.Immutable;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Verify;

/// <summary>What <c>verify --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Target">What was checked.</param>
/// <param name="Profile">Against which reading of the contract.</param>
/// <param name="Seed">Seed of everything that was drawn.</param>
/// <param name="Requests">Requests that were sent.</param>
/// <param name="Findings">What contradicts the contract, errors first.</param>
/// <param name="Clauses">How each clause came out.</param>
/// <param name="Snapshots">How the snapshots came out; null when none were asked for.</param>
internal sealed record VerifyDocument(
    int SchemaVersion, string Target, string Profile, ulong Seed, int Requests, ImmutableArray<Finding> Findings, ImmutableArray<VerifyDocument.Line> Clauses, SnapshotDocument? Snapshots)
{
    /// <summary>The document of a result.</summary>
    public static VerifyDocument Of(SuiteResult result, SnapshotResult? snapshots = null) => new(
        1, result.Target, result.Profile, result.Seed, result.Requests, result.Findings,
        [.. result.Clauses.Select(c => new Line(c.Clause.Id, c.Verdict, c.Looks, c.Reason, c.Observations))],
        SnapshotDocument.Of(snapshots));

    /// <summary>One clause.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Verdict">How it came out.</param>
    /// <param name="Looks">How often something was held against it.</param>
    /// <param name="Reason">Why it was not looked at; null when it was.</param>
    /// <param name="Observations">What was seen of an open question.</param>
    internal sealed record Line(string Id, ClauseVerdict Verdict, int Looks, string? Reason, ImmutableArray<string> Observations);
}
