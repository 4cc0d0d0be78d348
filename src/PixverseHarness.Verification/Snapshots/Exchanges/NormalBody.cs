using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Verification.Checks;

namespace PixverseHarness.Verification.Snapshots.Exchanges;

/// <summary>Bodies as snapshots have them.</summary>
internal static class NormalBody
{
    private const int MostText = 4096;

    /// <summary>The body as JSON, when it is that and not too long to be read.</summary>
    public static JsonDocument? Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.Length is > 0 and <= MostText * 16 ? JsonDocument.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A body as lines: indented where it is JSON.</summary>
    public static string Lines(ReadOnlyMemory<byte> body, Placeholders names)
    {
        using var document = Json(body);
        if (document is null)
        {
            return Text(body, names);
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, NormalJson.Form))
        {
            NormalJson.Write(json, document.RootElement, names);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A body that is no JSON: its text, or what it is in words.</summary>
    public static string Text(ReadOnlyMemory<byte> body, Placeholders names) =>
        Mp4.IsOne(body.Span) ? "(an MP4 file)"
        : body.Length > MostText ? string.Create(CultureInfo.InvariantCulture, $"({body.Length} bytes)")
        : !System.Text.Unicode.Utf8.IsValid(body.Span) ? "(bytes that are no UTF-8)"
        : names.In(Encoding.UTF8.GetString(body.Span)).ReplaceLineEndings("\n");
}
