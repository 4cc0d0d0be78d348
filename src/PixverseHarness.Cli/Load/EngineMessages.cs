using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;
using PixverseHarness.NBomber;

namespace PixverseHarness.Cli.Load;

/// <summary>What the choice of an engine can complain about: PXH0921 and on.</summary>
internal static class EngineMessages
{
    /// <summary>PXH0921.</summary>
    public static MessageCode Off { get; } = new(
        "PXH0921", "NBomber is off", "A run on NBomber was asked of a build without it.", $"To switch it on, {NBomberPackage.HowToSwitchOn}.");

    /// <summary>PXH0922.</summary>
    public static MessageCode Beyond { get; } = new(
        "PXH0922", "NBomber cannot do this", "A run on NBomber was asked for what only the default engine does.", "Change it, or leave --engine out.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [Off, Beyond];
}
