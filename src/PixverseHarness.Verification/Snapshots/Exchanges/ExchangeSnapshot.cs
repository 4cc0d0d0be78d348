using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Snapshots.Exchanges;

/// <summary>
/// Exchanges as texts that are the same in every run that keeps the contract: one as JSON, a conversation as text. What
/// differs from run to run has a name that keeps identity: <c>request_1</c>, <c>date_1</c>, <c>file_1</c>, <c>credits_1</c>,
/// <c>origin_1</c>, <c>key_1</c>; durations read <c>seconds</c>. No key is ever shown.
/// </summary>
public static class ExchangeSnapshot
{
    private const string Rule = "----------------------------------------";

    /// <summary>One exchange as JSON: the request, then the answer or why there is none.</summary>
    public static string ToJson(Exchange exchange)
    {
        var names = ExchangeNames.Of(exchange.Conversation.Scene);

        // A read names the id in its path, and a failed answer not at all: it is known from before.
        foreach (var earlier in exchange.Conversation.Exchanges.TakeWhile(e => e.Number <= exchange.Number))
        {
            if (IsAbout(exchange, earlier))
            {
                names.Learn(earlier);
            }
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, NormalJson.Form))
        {
            json.WriteStartObject();
            json.WriteStartObject("request");
            json.WriteString("method", exchange.Request.Method);
            json.WriteString("path", PathOf(exchange, names));
            WriteHeaders(json, SentHeaders(exchange.Request), names);
            WriteBody(json, exchange.Request.Body, names);
            json.WriteEndObject();
            WriteAnswer(json, exchange, names);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>
    /// A conversation as text, each request followed by its answer. A read that is answered as the same read was before,
    /// as polls are until something changes, is left out.
    /// </summary>
    public static string ToText(IEnumerable<Exchange> exchanges)
    {
        Placeholders? names = null;
        var parts = new List<string>();
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var exchange in exchanges)
        {
            names ??= ExchangeNames.Of(exchange.Conversation.Scene);
            names.Learn(exchange);
            var part = Part(exchange, names);
            var (read, isRead) = (exchange.Request.Uri.AbsoluteUri, exchange.Request.Method == "GET");
            if (isRead && last.GetValueOrDefault(read) == part)
            {
                continue;
            }

            parts.Add(part);
            if (isRead)
            {
                last[read] = part;
            }
        }

        return string.Join($"\n\n{Rule}\n\n", parts).TrimEnd('\n');
    }

    private static bool IsAbout(Exchange exchange, Exchange earlier) =>
        ReferenceEquals(exchange, earlier)
        || (earlier.TextAt("/request_id") is { Length: > 0 } id && exchange.Request.Uri.OriginalString.Contains(id, StringComparison.Ordinal));

    private static string Part(Exchange exchange, Placeholders names)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{exchange.Request.Method} {PathOf(exchange, names)}");
        Append(text, SentHeaders(exchange.Request), exchange.Request.Body, names);
        if (exchange.Failure is { } failure)
        {
            return text.Append("\n\nno answer: ").Append(names.In(failure)).ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"\n\n{exchange.Status}");
        Append(text, exchange.Headers, exchange.Body, names);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, Placeholders names)
    {
        foreach (var (name, value) in NormalHeaders.Of(headers, names))
        {
            text.Append('\n').Append(name).Append(": ").Append(value);
        }

        if (!body.IsEmpty)
        {
            text.Append("\n\n").Append(NormalBody.Lines(body, names));
        }
    }

    private static void WriteAnswer(Utf8JsonWriter json, Exchange exchange, Placeholders names)
    {
        if (exchange.Failure is { } failure)
        {
            json.WriteString("failure", names.In(failure));
            return;
        }

        json.WriteStartObject("response");
        json.WriteNumber("status", exchange.Status);
        WriteHeaders(json, exchange.Headers, names);
        WriteBody(json, exchange.Body, names);
        json.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> headers, Placeholders names)
    {
        json.WriteStartObject("headers");
        foreach (var (name, value) in NormalHeaders.Of(headers, names))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, ReadOnlyMemory<byte> body, Placeholders names)
    {
        if (body.IsEmpty)
        {
            return;
        }

        json.WritePropertyName("body");
        using var document = NormalBody.Json(body);
        if (document is null)
        {
            json.WriteStringValue(NormalBody.Text(body, names));
        }
        else
        {
            NormalJson.Write(json, document.RootElement, names);
        }
    }

    private static string PathOf(Exchange exchange, Placeholders names)
    {
        var url = exchange.Request.Uri.AbsoluteUri;
        return names.In(url.StartsWith(exchange.Conversation.Scene.BaseUrl, StringComparison.Ordinal) ? url[exchange.Conversation.Scene.BaseUrl.Length..] : url);
    }

    private static IEnumerable<KeyValuePair<string, string>> SentHeaders(ExchangeRequest request)
    {
        if (request.Key is { } key)
        {
            yield return new(Contract.Operations.Operations.KeyHeader, key);
        }

        if (request.ContentType is { } contentType)
        {
            yield return new("content-type", contentType);
        }

        foreach (var header in request.Headers)
        {
            yield return header;
        }
    }
}
