using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Payloads.Formats;

/// <summary>Shell commands; see <see cref="PayloadFormat.Curl"/>. There is no default URL, so that nothing is sent to the live API by pasting.</summary>
internal sealed class CurlWriter(ApiProfile profile, bool describe) : PayloadWriter
{
    private const string Url = "\"${PIXVERSE_URL:?set it to the target, for example http://127.0.0.1:8080}";

    /// <inheritdoc/>
    public override void WriteHead(TextWriter output, string seedLine) =>
        output.Write($"#!/usr/bin/env bash\n# {seedLine}. PIXVERSE_URL names the target, SEGMIND_API_KEY the key.\n");

    /// <inheritdoc/>
    public override void Write(TextWriter output, Payload payload)
    {
        if (describe)
        {
            output.Write($"# {PayloadDescription.Of(payload, profile)}\n");
        }

        // Bodies that no argument can hold go through standard input: no text, or longer than the kernel allows.
        var inline = PayloadBytes.TryText(payload.Body, out var text) && payload.Body.Length < 100_000;
        var data = inline ? $"--data-raw {Quote(text!)}" : "--data-binary @-";
        var header = payload.ContentType is { } type ? $"Content-Type: {type}" : "Content-Type:";
        output.Write($"curl -sS {Url}{Operations.Get(ApiOperation.Submit).PathTemplate}\" -H \"{Operations.KeyHeader}: $SEGMIND_API_KEY\" -H {Quote(header)} {data}");
        output.Write(inline ? "\n" : $" < <(base64 -d <<< '{Convert.ToBase64String(payload.Body.Span)}')\n");
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
