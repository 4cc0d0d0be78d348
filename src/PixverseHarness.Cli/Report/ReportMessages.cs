using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Report;

/// <summary>What reports can complain about: PXH09xx.</summary>
internal static class ReportMessages
{
    /// <summary>PXH0901.</summary>
    public static MessageCode NoRun { get; } = new(
        "PXH0901", "no run document", "A file is not a run document, or one of a version that cannot be read.", "Name a run's folder or its run.json.");

    /// <summary>PXH0902.</summary>
    public static MessageCode NotComparable { get; } = new(
        "PXH0902", "runs that cannot be compared", "Only load runs can be compared.", "Name two runs of pixverse load.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [NoRun, NotComparable];
}
