using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Simulate;

/// <summary>What serving a twin can complain about: PXH03xx.</summary>
internal static class SimulateMessages
{
    /// <summary>PXH0301.</summary>
    public static MessageCode PortTaken { get; } = new(
        "PXH0301", "port not free", "The twin cannot listen on the port.", "Choose another port, or --port 0 for any free one.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [PortTaken];
}
