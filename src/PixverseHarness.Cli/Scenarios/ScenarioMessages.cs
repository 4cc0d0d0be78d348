using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Scenarios;

/// <summary>What a scenario file can be wrong in: PXH021x.</summary>
internal static class ScenarioMessages
{
    /// <summary>PXH0211.</summary>
    public static MessageCode NotJson { get; } = new(
        "PXH0211", "file is not JSON", "A scenario file cannot be parsed, or names a member twice.", "Mend it at the line and column named.");

    /// <summary>PXH0212.</summary>
    public static MessageCode UnknownKey { get; } = new(
        "PXH0212", "unknown key", "A scenario file has a member that means nothing here.", "Correct its name or remove it; the schema that the file names lists all.");

    /// <summary>PXH0213.</summary>
    public static MessageCode InvalidMember { get; } = new(
        "PXH0213", "invalid value in a file", "A member of a scenario file has a value that is not allowed.", "Use an allowed value; the schema that the file names lists all.");

    /// <summary>PXH0214.</summary>
    public static MessageCode MissingKey { get; } = new(
        "PXH0214", "missing key", "A scenario file lacks a member that it needs.", "Add it; the schema that the file names says what it is for.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [NotJson, UnknownKey, InvalidMember, MissingKey];
}
