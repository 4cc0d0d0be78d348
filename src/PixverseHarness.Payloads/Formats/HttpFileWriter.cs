using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Payloads.Formats;

/// <summary>An <c>.http</c> file; see <see cref="PayloadFormat.Http"/>. Bytes that are no text cannot stand in one and are named instead.</summary>
internal sealed class HttpFileWriter(ApiProfile profile, bool describe) : PayloadWriter
{
    /// <inheritdoc/>
    public override void WriteHead(TextWriter output, string seedLine) =>
        output.Write($"# {seedLine}\n@url = http://127.0.0.1:8080\n@key = any-key\n\n");

    /// <inheritdoc/>
    public override void Write(TextWriter output, Payload payload)
    {
        output.Write($"### {payload.Label.Name}\n");
        if (describe)
        {
            output.Write($"# {PayloadDescription.Of(payload, profile)}\n");
        }

        if (!PayloadBytes.TryText(payload.Body, out var text))
        {
            output.Write("# These bytes are no text: write this payload with --format curl or jsonl.\n\n");
            return;
        }

        output.Write($"POST {{{{url}}}}{Operations.Get(ApiOperation.Submit).PathTemplate}\n{Operations.KeyHeader}: {{{{key}}}}\n");
        if (payload.ContentType is { } type)
        {
            output.Write($"Content-Type: {type}\n");
        }

        output.Write($"\n{text}\n\n");
    }
}
