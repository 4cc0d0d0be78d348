using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>Writes stubs as WireMock.Net's static mappings: an array of mapping models, templates by Handlebars.</summary>
internal static class StubJson
{
    /// <summary>Stands for whatever id the client's path has.</summary>
    public const string Id = "id-of-the-request";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Three braces: no HTML encoding. The id is the third part of every path that has one.
    private static readonly (string Text, string Template)[] Templates =
        [(StubRecorder.Origin, "{{{request.origin}}}"), (Id, "{{{request.PathSegments.[2]}}}")];

    /// <summary>The text of a file.</summary>
    public static string Write(string file, ImmutableArray<StubMapping> stubs)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartArray();
            foreach (var (number, stub) in stubs.Index())
            {
                Write(json, $"{file}/{number.ToString(CultureInfo.InvariantCulture)}", stub);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, string name, StubMapping stub)
    {
        json.WriteStartObject();
        json.WriteString("Guid", GuidOf(name));
        json.WriteString("Title", stub.Title);
        json.WriteNumber("Priority", stub.Priority);
        if (stub.Scenario is not null)
        {
            json.WriteString("Scenario", stub.Scenario);
            if (stub.When is not null)
            {
                json.WriteString("WhenStateIs", stub.When);
            }

            json.WriteString("SetStateTo", stub.Then);
        }

        json.WriteStartObject("Request");
        json.WriteStartObject("Path");
        WriteMatchers(json, [stub.Path], isWanted: true);
        json.WriteEndObject();
        if (stub.Method is not null)
        {
            json.WriteStartArray("Methods");
            json.WriteStringValue(stub.Method);
            json.WriteEndArray();
        }

        WriteHeaders(json, stub);
        if (stub.Ask.Tag is { } tag)
        {
            json.WriteStartObject("Body");
            json.WriteStartObject("Matcher");
            json.WriteString("Name", "RegexMatcher");
            json.WriteString("Pattern", Regex.Escape(tag));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteAnswer(json, stub.Answer);
        json.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter json, StubMapping stub)
    {
        (string Name, string Pattern)[] wanted =
            [.. stub.Ask.Key is { } key ? [(Operations.KeyHeader, key)] : Array.Empty<(string, string)>(), .. stub.Ask.Prefer is { } prefer ? [("Prefer", prefer)] : Array.Empty<(string, string)>()];
        if (wanted.Length == 0 && stub.Without.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("Headers");
        foreach (var (name, pattern) in wanted)
        {
            WriteHeader(json, name, [pattern], isWanted: true);
        }

        foreach (var header in stub.Without.GroupBy(h => h.Key, h => h.Value, StringComparer.Ordinal))
        {
            WriteHeader(json, header.Key, header, isWanted: false);
        }

        json.WriteEndArray();
    }

    private static void WriteHeader(Utf8JsonWriter json, string name, IEnumerable<string> patterns, bool isWanted)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        json.WriteBoolean("IgnoreCase", true);
        if (!isWanted)
        {
            // On the header it means that the header may be absent; each matcher has to be told as well.
            json.WriteBoolean("RejectOnMatch", true);
            json.WriteString("MatchOperator", "And");
        }

        WriteMatchers(json, patterns, isWanted);
        json.WriteEndObject();
    }

    private static void WriteMatchers(Utf8JsonWriter json, IEnumerable<string> patterns, bool isWanted)
    {
        json.WriteStartArray("Matchers");
        foreach (var pattern in patterns)
        {
            json.WriteStartObject();
            json.WriteString("Name", "WildcardMatcher");
            json.WriteString("Pattern", pattern);
            if (!isWanted)
            {
                json.WriteBoolean("RejectOnMatch", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnswer(Utf8JsonWriter json, TwinResponse answer)
    {
        json.WriteStartObject("Response");
        json.WriteNumber("StatusCode", answer.Status);
        json.WriteStartObject("Headers");
        json.WriteString("Content-Type", answer.ContentType);
        foreach (var (name, value) in answer.Headers)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        if (answer.ContentType.StartsWith("video/", StringComparison.Ordinal))
        {
            json.WriteBase64String("BodyAsBytes", answer.Body.Span);
        }
        else
        {
            var body = Encoding.UTF8.GetString(answer.Body.Span);
            var template = Templates.Aggregate(body, (text, t) => text.Replace(t.Text, t.Template, StringComparison.Ordinal));
            json.WriteString("Body", template);
            if (template != body)
            {
                json.WriteBoolean("UseTransformer", true);
            }
        }

        json.WriteEndObject();
    }

    // The same stub has the same id in every export, so that loading it again replaces it.
    private static Guid GuidOf(string name) => new(System.IO.Hashing.XxHash128.Hash(Encoding.UTF8.GetBytes($"pixverse stub {name}")));
}
