using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Repro;

/// <summary>One exchange as it is shown: lines without secrets, bodies that are no text left out.</summary>
/// <param name="Before">What happened before it, in a few words; null when nothing did.</param>
/// <param name="Request">Lines of the request.</param>
/// <param name="Response">Lines of the answer; empty when none came.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record ShownExchange(string? Before, ImmutableArray<string> Request, ImmutableArray<string> Response, string Outcome)
{
    /// <summary>Prepares an exchange for showing.</summary>
    public static ShownExchange Of(WireExchange exchange, string? before, ReproRequest request) => new(
        before,
        Lines(request.Key is { } key ? exchange.Sent.Replace(key, Redaction.Key(key), StringComparison.Ordinal) : exchange.Sent),
        Lines(Text(exchange)),
        EndWords.Of(exchange.Status, exchange.End));

    private static string Text(WireExchange exchange)
    {
        var isText = !exchange.Received.Contains("content-type: video/", StringComparison.OrdinalIgnoreCase);
        var head = exchange.Received[..^exchange.Body.Length];
        return isText
            ? head + System.Text.Encoding.UTF8.GetString(exchange.Body.Span)
            : head + string.Create(CultureInfo.InvariantCulture, $"({exchange.Body.Length} bytes)");
    }

    private static ImmutableArray<string> Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r'))];
}
