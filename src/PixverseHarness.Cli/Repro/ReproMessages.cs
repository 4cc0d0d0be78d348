using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Repro;

/// <summary>What reproducing an error can complain about: PXH07xx.</summary>
internal static class ReproMessages
{
    /// <summary>PXH0701.</summary>
    public static MessageCode UnknownName { get; } = new(
        "PXH0701", "unknown error", "What is to be reproduced is neither an error cause, nor a fault, nor a status that the profile knows.", "Run pixverse repro --list for everything that can be reproduced.");

    /// <summary>PXH0702.</summary>
    public static MessageCode NotMet { get; } = new(
        "PXH0702", "error not met", "The twin did not answer as the contract says.", "Run it again; if it stays so, report it.", ExitCodes.OwnFault);

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [UnknownName, NotMet];
}
