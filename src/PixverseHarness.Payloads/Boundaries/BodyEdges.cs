using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Boundaries;

/// <summary>Edges of the body as a whole: which members it has, what they are called, how it is laid out and how large it is.</summary>
internal static class BodyEdges
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static IEnumerable<PayloadCase> All() => [.. Presence(), .. Names(), .. Layout()];

    private static IEnumerable<PayloadCase> Presence() =>
    [
        Text(BoundaryFamily.Presence, "no-member", Standing.Invalid, _ => "{}"),
        Text(BoundaryFamily.Presence, "prompt-alone", Standing.Unknown, _ => "{\"prompt\":\"a red fox\"}"),
        Draft(BoundaryFamily.Presence, "all-but-prompt", Standing.Invalid, draft => draft.Without("prompt")),
        Request("five-required", request => request with { NegativePrompt = null, Seed = null, Style = null }),
        Request("all-eight", request => request with { NegativePrompt = "blurry", Seed = 56698, Style = VideoStyle.Clay }),
        Draft(BoundaryFamily.Presence, "style-null", Standing.Valid, draft => draft.With("style", "null")),
    ];

    private static IEnumerable<PayloadCase> Names() =>
    [
        Draft(BoundaryFamily.Names, "prompt-in-capitals", Standing.Invalid, draft => Renamed(draft, "\"PROMPT\"")),
        Draft(BoundaryFamily.Names, "prompt-padded", Standing.Invalid, draft => Renamed(draft, "\" prompt\"")),
        Draft(BoundaryFamily.Names, "prompt-in-escapes", Standing.Valid, draft => Renamed(draft, "\"\\u0070\\u0072ompt\"")),
        Draft(BoundaryFamily.Names, "prompt-in-cyrillic", Standing.Invalid, draft => Renamed(draft, "\"\u0440rompt\"")),
        Draft(BoundaryFamily.Names, "lone-surrogate", Standing.Unknown, draft => draft.Append("\"\\ud800\"", "1")),
        Draft(BoundaryFamily.Names, "two-lone-surrogates", Standing.Unknown, draft => draft.Append("\"\\ud800\"", "1").Append("\"\\udc00\"", "2")),
        Draft(BoundaryFamily.Names, "ten-thousand-characters", Standing.Unknown, draft => draft.Append($"\"{new string('x', 10_000)}\"", "1")),
        Draft(BoundaryFamily.Names, "duplicate-bad-last", Standing.Unknown, draft => draft.Append("\"quality\"", "\"4k\"")),
        Draft(BoundaryFamily.Names, "duplicate-null-last", Standing.Unknown, draft => draft.Append("\"prompt\"", "null")),
        Draft(BoundaryFamily.Names, "five-times", Standing.Unknown, draft => draft.AppendAll(Enumerable.Repeat(("\"duration\"", draft.RawOf("duration")!), 4))),
        Draft(BoundaryFamily.Names, "thousand-strangers", Standing.Unknown, draft => draft.AppendAll(Enumerable.Range(0, 1000).Select(i => ($"\"x{i}\"", "1")))),
    ];

    private static IEnumerable<PayloadCase> Layout() =>
    [
        Draft(BoundaryFamily.Layout, "reverse-order", Standing.Valid, draft => draft.Reversed()),
        Bytes("indented", Standing.Valid, body => JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(body), Indented)),
        Text(BoundaryFamily.Layout, "carriage-returns-and-tabs", Standing.Valid, draft => "\r\n\t" + draft.ToText().Replace("{", "{\r\n\t", StringComparison.Ordinal)),
        Text(BoundaryFamily.Layout, "newline-after", Standing.Valid, draft => draft.ToText() + "\n"),
        Bytes("byte-order-mark", Standing.Unknown, body => [.. Encoding.UTF8.Preamble, .. body]),
        .. new[] { 16, 62, 63, 64, 1000, 100_000 }.Select(Nested),
        Draft(BoundaryFamily.Layout, "half-mebibyte-member", Standing.Unknown, draft => draft.Append("\"x\"", $"\"{new string('x', Mebibyte / 2)}\"")),
        Text(BoundaryFamily.Layout, "two-mebibytes-of-white-space", Standing.Unknown, draft => draft.ToText() + new string(' ', 2 * Mebibyte)),
    ];

    private static PayloadCase Nested(int depth)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"nested-{depth}-deep");
        return Draft(BoundaryFamily.Layout, name, Standing.Unknown, draft => draft.Append("\"x\"", new string('[', depth) + new string(']', depth)));
    }

    private static BodyDraft Renamed(BodyDraft draft, string rawName) => draft.Without("prompt").Append(rawName, draft.RawOf("prompt")!);

    private static PayloadCase Request(string name, Func<VideoRequest, VideoRequest> change) =>
        new(Label(BoundaryFamily.Presence, name, Standing.Valid), request => BodyDraft.ToUtf8(change(request)));

    private static PayloadCase Draft(string family, string name, Standing standing, Func<BodyDraft, BodyDraft> change) =>
        new(Label(family, name, standing), request => change(BodyDraft.Of(request)).ToUtf8());

    private static PayloadCase Text(string family, string name, Standing standing, Func<BodyDraft, string> write) =>
        new(Label(family, name, standing), request => Encoding.UTF8.GetBytes(write(BodyDraft.Of(request))));

    private static PayloadCase Bytes(string name, Standing standing, Func<byte[], byte[]> change) =>
        new(Label(BoundaryFamily.Layout, name, standing), request => change(BodyDraft.ToUtf8(request)));

    private static PayloadLabel Label(string family, string name, Standing standing) => new(family, PayloadLabel.Body, name, standing);
}
