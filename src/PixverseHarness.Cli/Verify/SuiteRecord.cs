using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Verify;

/// <summary>Writes a result of the suite down as a run document, from which every report is rendered.</summary>
internal static class SuiteRecord
{
    /// <summary>The document of a result.</summary>
    /// <param name="result">What was learned.</param>
    /// <param name="kind">What the target is.</param>
    /// <param name="pinned">What came of the snapshots; null when none were asked for.</param>
    public static RunDocument Of(SuiteResult result, Verification.Targets.TargetKind kind, SnapshotResult? pinned = null) => RunDocument.Conclude(
        Header("contract", $"{result.Target} against the {result.Profile} profile", result.Seed) with { Target = Target(result, kind) },
        [.. result.Findings, .. SnapshotRecord.Findings(pinned, kind == Verification.Targets.TargetKind.Twin ? FindingClass.TwinWrong : FindingClass.ApiChanged)],
        new VerificationDocument
        {
            Profile = result.Profile,
            Requests = result.Requests,
            OwnFaults = [.. result.OwnFaults.Select(fault => fault.Split('\n')[0].TrimEnd())],
            Clauses = [.. result.Clauses.Select(Clause), .. SnapshotRecord.Clauses(pinned)],
        });

    /// <summary>The header of a verification by this build.</summary>
    public static RunHeader Header(string name, string description, ulong seed) => new()
    {
        Kind = RunKind.Verification,
        Name = name,
        Description = description,
        Seed = unchecked((long)seed),
        ToolVersion = PixverseCommand.Version,
        Target = TargetKind.Simulator,
    };

    private static TargetKind Target(SuiteResult result, Verification.Targets.TargetKind kind) =>
        kind == Verification.Targets.TargetKind.Live ? TargetKind.Live
        : result.Target.StartsWith("http", StringComparison.Ordinal) ? TargetKind.Url
        : TargetKind.Simulator;

    private static ClauseDocument Clause(ClauseOutcome outcome) => new()
    {
        Id = outcome.Clause.Id,
        Area = outcome.Clause.Area,
        Sentence = outcome.Clause.Sentence,
        Source = outcome.Clause.Evidence.ToString(),
        Verdict = outcome.Verdict,
        Looks = outcome.Looks,
        Reason = outcome.Reason,
        Observations = outcome.Observations,
    };
}
