using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Payloads.Formats;

/// <summary>A line of <see cref="PayloadFormat.Jsonl"/>, read back.</summary>
/// <param name="ContentType">Value of the Content-Type header; null to send none.</param>
/// <param name="Body">The bytes to send.</param>
public sealed record PayloadLine(string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Reads one line: a body that stands as it is, or an envelope.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <exception cref="FormatException">The line is no JSON object, or an envelope without a body.</exception>
    public static PayloadLine Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (!root.TryGetProperty("contentType", out var contentType))
            {
                return new PayloadLine(RequestContentType.Json, Encoding.UTF8.GetBytes(line));
            }

            return new PayloadLine(contentType.GetString(), root.TryGetProperty("body", out var body)
                ? Encoding.UTF8.GetBytes(body.GetString()!)
                : root.GetProperty("bodyBase64").GetBytesFromBase64());
        }
        catch (Exception notOurs) when (notOurs is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The line is neither a JSON object nor an envelope with contentType and body.", notOurs);
        }
    }
}
