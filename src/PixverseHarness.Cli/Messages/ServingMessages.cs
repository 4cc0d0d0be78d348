using System.Collections.Immutable;

namespace PixverseHarness.Cli.Messages;

/// <summary>What a twin that is open to others, or that reports to others, can complain about: PXH022x.</summary>
internal static class ServingMessages
{
    /// <summary>PXH0221.</summary>
    public static MessageCode NoAdminToken { get; } = new(
        "PXH0221", "no admin token", "The twin was to listen where other machines reach it, and nothing guards its admin API.",
        "Set PIXVERSE_ADMIN_TOKEN, or name a file that holds the token with --admin-token-file.");

    /// <summary>PXH0222.</summary>
    public static MessageCode ExportSetting { get; } = new(
        "PXH0222", "metrics cannot be sent", "An OTEL variable has a value that cannot be used.", "Correct the variable, or unset OTEL_EXPORTER_OTLP_ENDPOINT to send nothing.");

    /// <summary>PXH0223.</summary>
    public static MessageCode UnusableSecret { get; } = new(
        "PXH0223", "secret cannot be used", "A key or token from a file or a variable is empty or has characters that no header can carry.",
        "Write one on a line, without spaces; lines that begin with # are passed over.");

    /// <summary>All of them, in the order of the codes.</summary>
    public static ImmutableArray<MessageCode> All { get; } = [NoAdminToken, ExportSetting, UnusableSecret];
}
