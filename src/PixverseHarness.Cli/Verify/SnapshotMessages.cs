using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Verify;

/// <summary>What snapshots can complain about: PXH081x.</summary>
internal static class SnapshotMessages
{
    /// <summary>PXH0811.</summary>
    public static MessageCode NotOnBuildServers { get; } = new(
        "PXH0811", "nothing is accepted on a build server", "Snapshots are accepted by a person, and never written where CI is set.",
        "Run it with --accept on your own machine, look at the files and commit them.");

    /// <summary>PXH0812.</summary>
    public static MessageCode UnknownSnapshot { get; } = new(
        "PXH0812", "unknown snapshot", "There is no snapshot with this name.", "Run it without --accept: each failure names its snapshot.");

    /// <summary>PXH0813.</summary>
    public static MessageCode FolderFailed { get; } = new(
        "PXH0813", "snapshots cannot be kept", "The folder of the snapshots cannot be read or written.", "Check the path and its permissions.");

    /// <summary>PXH0814.</summary>
    public static MessageCode NothingTaken { get; } = new(
        "PXH0814", "no snapshot taken", "The target could not be brought to a single answer that a snapshot pins.", "Check the base URL, the key and --max-spend.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [NotOnBuildServers, UnknownSnapshot, FolderFailed, NothingTaken];
}
