using System.Collections.Immutable;
using PixverseHarness.Cli.Clauses;
using PixverseHarness.Cli.Export;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.Payloads;
using PixverseHarness.Cli.Report;
using PixverseHarness.Cli.Repro;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Cli.Verify;

namespace PixverseHarness.Cli.Messages;

/// <summary>
/// The one table of user-facing faults. 00xx the program itself, 01xx the command line, 02xx files and scenarios,
/// 03xx serving the twin, 04xx and above one hundred for each further verb (081x: snapshots). <c>docs/messages.md</c> is written from it.
/// </summary>
internal static class MessageCatalogue
{
    /// <summary>Every code, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [.. Tables().OrderBy(static message => message.Code, StringComparer.Ordinal)];

    private static IEnumerable<MessageCode> Tables() =>
    [
        .. GeneralMessages.All,
        .. ScenarioMessages.All,
        .. ServingMessages.All,
        .. FireMessages.All,
        .. SimulateMessages.All,
        .. ClauseMessages.All,
        .. PayloadMessages.All,
        .. VerifyMessages.All,
        .. ReproMessages.All,
        .. LoadMessages.All,
        .. SnapshotMessages.All,
        .. ReportMessages.All,
        .. ExportMessages.All,
        .. EngineMessages.All,
    ];
}
