using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Clauses;

/// <summary>What <c>clauses</c> can complain about: PXH04xx.</summary>
internal static class ClauseMessages
{
    /// <summary>PXH0401.</summary>
    public static MessageCode NoClause { get; } = new(
        "PXH0401", "no clause", "No clause has all that was asked for.", "Leave one of the filters out.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [NoClause];
}
