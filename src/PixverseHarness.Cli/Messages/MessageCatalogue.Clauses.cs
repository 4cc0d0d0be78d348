using System.Collections.Immutable;

namespace PixverseHarness.Cli.Messages;

internal static partial class MessageCatalogue
{
    /// <summary>PXH0401.</summary>
    public static MessageCode NoClause { get; } = new(
        "PXH0401", "no clause", "No clause has all that was asked for.", "Leave one of the filters out.");

    private static ImmutableArray<MessageCode> ForClauses => [NoClause];
}
