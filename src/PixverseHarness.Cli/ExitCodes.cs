using System.Collections.Immutable;

namespace PixverseHarness.Cli;

/// <summary>
/// What the exit code of <c>pixverse</c> means. "The target failed", "the harness failed" and "nothing was checked"
/// are kept apart, so that a script never mistakes one for another.
/// </summary>
internal static class ExitCodes
{
    /// <summary>The work was done and found nothing wrong.</summary>
    public const int Ok = 0;

    /// <summary>The work was done and found something wrong with what was examined.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, invalid input, no room to write, or nothing could be checked.</summary>
    public const int Usage = 2;

    /// <summary>A load run crossed a threshold.</summary>
    public const int Threshold = 99;

    /// <summary>The work was cut short by a signal or because its reader went away.</summary>
    public const int Interrupted = 105;

    /// <summary>A fault of this program.</summary>
    public const int OwnFault = 109;

    /// <summary>The budget guard stopped paid work.</summary>
    public const int Budget = 111;

    /// <summary>The work was done and proves nothing either way.</summary>
    public const int Inconclusive = 112;

    /// <summary>A result is worse than the baseline.</summary>
    public const int Regression = 113;

    /// <summary>Every code with its meaning, in the order of their values.</summary>
    public static ImmutableArray<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "ok: the work was done and found nothing wrong"),
        (Findings, "findings: violations, drift, a client graded as failing, counts that do not add up"),
        (Usage, "wrong usage, invalid input, no room to write, or nothing could be checked"),
        (Threshold, "a threshold was crossed"),
        (Interrupted, "interrupted: a signal cut the work short, or the reader of its output went away"),
        (OwnFault, "a fault of ours: please report it"),
        (Budget, "the budget guard stopped paid work"),
        (Inconclusive, "inconclusive: the run proves nothing either way"),
        (Regression, "a regression against a baseline"),
    ];
}
