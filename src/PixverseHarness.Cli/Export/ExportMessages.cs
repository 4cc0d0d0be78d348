using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Export;

/// <summary>What <c>export</c> can complain about: PXH10xx.</summary>
internal static class ExportMessages
{
    /// <summary>PXH1001.</summary>
    public static MessageCode UnknownForm { get; } = new(
        "PXH1001", "unknown form", "The twin cannot be exported to this form.", "Take one of those that pixverse export --help names.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [UnknownForm];
}
