using System.Collections.Immutable;

namespace PixverseHarness.Cli.Messages;

/// <summary>What every verb can complain about: PXH00xx the program itself, PXH01xx the command line, PXH020x files.</summary>
internal static class GeneralMessages
{
    /// <summary>PXH0001.</summary>
    public static MessageCode OwnFault { get; } = new(
        "PXH0001", "fault of the program", "Something happened inside pixverse that its authors did not foresee.",
        "Run it again with PIXVERSE_DEBUG=1 to see where, and report it.", ExitCodes.OwnFault);

    /// <summary>PXH0002.</summary>
    public static MessageCode Interrupted { get; } = new(
        "PXH0002", "interrupted", "Ctrl-C or SIGTERM cut the work short.",
        "Run it again; results printed before the interruption are complete in themselves.", ExitCodes.Interrupted);

    /// <summary>PXH0101.</summary>
    public static MessageCode UnknownVerb { get; } = new(
        "PXH0101", "unknown verb", "The first word is none of the verbs.", "Run pixverse --help for the list.");

    /// <summary>PXH0102.</summary>
    public static MessageCode UnknownOption { get; } = new(
        "PXH0102", "unknown option", "The verb has no option of this name.", "Run pixverse VERB --help for its options.");

    /// <summary>PXH0103.</summary>
    public static MessageCode UnexpectedArgument { get; } = new(
        "PXH0103", "unexpected argument", "A word is neither an option nor the value of one.", "Remove it, or quote a value that holds spaces.");

    /// <summary>PXH0104.</summary>
    public static MessageCode MissingValue { get; } = new(
        "PXH0104", "missing value", "An option was given without the value that it needs.", "Write the value behind the option.");

    /// <summary>PXH0105.</summary>
    public static MessageCode RepeatedOption { get; } = new(
        "PXH0105", "repeated option", "An option that takes one value was given more than once.", "Give it once.");

    /// <summary>PXH0106.</summary>
    public static MessageCode InvalidValue { get; } = new(
        "PXH0106", "invalid value", "The value of an option or argument is not one of those allowed.", "Use an allowed value.");

    /// <summary>PXH0107.</summary>
    public static MessageCode InvalidDuration { get; } = new(
        "PXH0107", "invalid duration", "A duration has no unit, or is not understood.", "Write it with units: 300ms, 1.5s, 5m, 1h30m.");

    /// <summary>PXH0108.</summary>
    public static MessageCode MissingArgument { get; } = new(
        "PXH0108", "missing argument", "The verb needs an option or argument that was not given.", "Run pixverse VERB --help for its usage.");

    /// <summary>PXH0109.</summary>
    public static MessageCode InvalidCommandLine { get; } = new(
        "PXH0109", "invalid command line", "The command line cannot be read.", "Run pixverse VERB --help for its usage.");

    /// <summary>PXH0201.</summary>
    public static MessageCode UnreadableFile { get; } = new(
        "PXH0201", "file cannot be read", "A file named on the command line is absent or cannot be opened.", "Check the path and its permissions.");

    /// <summary>PXH0202.</summary>
    public static MessageCode UnwritableFile { get; } = new(
        "PXH0202", "file cannot be written", "A file named on the command line cannot be created.", "Check the path and its permissions.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } =
    [
        OwnFault, Interrupted,
        UnknownVerb, UnknownOption, UnexpectedArgument, MissingValue, RepeatedOption, InvalidValue, InvalidDuration, MissingArgument,
        InvalidCommandLine,
        UnreadableFile, UnwritableFile,
    ];
}
