using System.Collections.Immutable;

namespace PixverseHarness.Cli.Messages;

/// <summary>What goes wrong around a command that is itself right: PXH023x.</summary>
internal static class FireMessages
{
    /// <summary>PXH0231.</summary>
    public static MessageCode NoRoom { get; } = new(
        "PXH0231", "no room left", "The disk or the quota was full when something was written.",
        "Make room and run it again; what was written before is incomplete.");

    /// <summary>PXH0232.</summary>
    public static MessageCode TwinFailed { get; } = new(
        "PXH0232", "fault of the twin", "The twin met something that its authors did not foresee, answered that request with 500, and goes on.",
        "Please report it with the request that led to it.", ExitCodes.OwnFault);

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [NoRoom, TwinFailed];
}
