using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Changes the JSON body of an answer.</summary>
internal static class JsonEdit
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The members that carry URLs, wherever they stand.</summary>
    public static readonly string[] UrlMembers = ["output", "poll_url", "response_url", "status_url", "url", "video"];

    /// <summary>
    /// Lets <paramref name="edit"/> change the object and say whether it did. The answer stays the very same when it did
    /// not, or when the body is not a JSON object.
    /// </summary>
    public static TwinAnswer Of(TwinAnswer answer, Func<JsonObject, bool> edit, int? status = null)
    {
        if (answer.Steps[^1] is not TwinStep.Send { Response: { ContentType: "application/json" } response } send || Read(response.Body.Span) is not { } body || !edit(body))
        {
            return answer;
        }

        var changed = response with { Body = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(body, Plain), Status = status ?? response.Status };
        return answer.EndingWith(send with { Response = changed });
    }

    // Another fault may have broken the body before.
    private static JsonObject? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
