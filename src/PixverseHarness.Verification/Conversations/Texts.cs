using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Verification.Conversations;

/// <summary>Answers in words that fit a report.</summary>
internal static class Texts
{
    private const int Longest = 160;

    /// <summary>A JSON string; null when its escapes make no text.</summary>
    public static string? Of(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A JSON value as it stands, shortened; <c>nothing</c> when it is not there.</summary>
    public static string Shown(JsonElement? value) => value is { } present ? Shortened(present.GetRawText()) : "nothing";

    /// <summary>An answer in one line: its status and the beginning of its body, or why there is none.</summary>
    public static string Shown(Exchange exchange)
    {
        if (exchange.Failure is { } failure)
        {
            return $"no answer: {failure}";
        }

        return exchange.Body.IsEmpty || !IsText(exchange)
            ? $"{exchange.Status}, {exchange.Body.Length} bytes of {exchange.MediaType ?? "no content type"}"
            : $"{exchange.Status} {Shortened(Encoding.UTF8.GetString(exchange.Body.Span[..Math.Min(exchange.Body.Length, 4 * Longest)]))}";
    }

    /// <summary>A text on one line, cut where it is long.</summary>
    public static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..Longest]}...";
    }

    private static bool IsText(Exchange exchange) =>
        RequestContentType.IsJson(exchange.MediaType) || exchange.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true || exchange.Json is not null;
}
