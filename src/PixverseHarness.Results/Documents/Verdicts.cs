using System.Collections.Immutable;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Documents;

/// <summary>
/// The verdict's one rule. A generator that measured itself outranks everything, since its numbers can neither pass nor
/// fail; then what failed; then what proves nothing.
/// </summary>
internal static class Verdicts
{
    public static VerdictDocument Of(
        ImmutableArray<ThresholdResult> thresholds, ImmutableArray<Remark> remarks, ImmutableArray<Finding> findings)
    {
        var distrust = Sentences(remarks, RemarkWeight.Distrust);
        var failures = thresholds.Where(result => result.Fails).Select(result => result.Sentence)
            .Concat(findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => $"{finding.Clause ?? finding.Id}: {finding.Message}"))
            .ToImmutableArray();
        var nothing = Sentences(remarks, RemarkWeight.ProvesNothing);
        return (distrust.Length, failures.Length, nothing.Length) switch
        {
            ( > 0, _, _) => new VerdictDocument(Verdict.Inconclusive, [.. distrust, .. failures, .. nothing]),
            (_, > 0, _) => new VerdictDocument(Verdict.Failed, [.. failures, .. nothing]),
            (_, _, > 0) => new VerdictDocument(Verdict.Inconclusive, nothing),
            _ => new VerdictDocument(Verdict.Passed, []),
        };
    }

    private static ImmutableArray<string> Sentences(ImmutableArray<Remark> remarks, RemarkWeight weight) =>
        [.. remarks.Where(remark => remark.Weight == weight).Select(remark => remark.Sentence)];
}
