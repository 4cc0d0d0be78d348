using System.Collections.Immutable;
using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Payloads;

/// <summary>What <c>payloads</c> can complain about: PXH05xx.</summary>
internal static class PayloadMessages
{
    /// <summary>PXH0501.</summary>
    public static MessageCode Conflict { get; } = new(
        "PXH0501", "options that exclude each other", "Two options of payloads ask for different things.", "Leave one of them out.");

    /// <summary>PXH0502.</summary>
    public static MessageCode TooMany { get; } = new(
        "PXH0502", "more rows than the array has", "A covering array has a fixed number of rows, and --count asks for more.",
        "Leave --count out to get them all.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [Conflict, TooMany];
}
