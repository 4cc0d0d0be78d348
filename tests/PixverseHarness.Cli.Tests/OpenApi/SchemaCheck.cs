using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>
/// Holds JSON against the schemas of an OpenAPI document: just the keywords of JSON Schema 2020-12 that they use, if and
/// then among them. A keyword that it does not know fails the test instead of passing unread.
/// </summary>
internal sealed class SchemaCheck(JsonObject document)
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "default", "x-evidence", "contentMediaType", "then",
    };

    /// <summary>Whether a value is valid.</summary>
    public bool Accepts(JsonNode? schema, JsonElement value)
    {
        var keywords = schema!.AsObject();
        return keywords.All(k => Annotations.Contains(k.Key) || Holds(k.Key, k.Value!, keywords, value));
    }

    private bool Holds(string keyword, JsonNode argument, JsonObject schema, JsonElement value) => keyword switch
    {
        "$ref" => Accepts(Find(argument.GetValue<string>()), value),
        "type" => Texts(argument).Any(t => IsOf(t, value)),
        "enum" => argument.AsArray().Any(a => IsSame(a, value)),
        "const" => IsSame(argument, value),
        "required" => value.ValueKind != JsonValueKind.Object || Texts(argument).All(m => value.TryGetProperty(m, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object
            || argument.AsObject().All(p => !value.TryGetProperty(p.Key, out var member) || Accepts(p.Value, member)),
        "additionalProperties" => value.EnumerateObject().All(m => schema["properties"]!.AsObject().ContainsKey(m.Name)),
        "allOf" => argument.AsArray().All(s => Accepts(s, value)),
        "anyOf" => argument.AsArray().Any(s => Accepts(s, value)),
        "oneOf" => argument.AsArray().Count(s => Accepts(s, value)) == 1,
        "not" => !Accepts(argument, value),
        "if" => !Accepts(argument, value) || Accepts(schema["then"], value),
        "minLength" => value.ValueKind != JsonValueKind.String || Length(value) >= argument.GetValue<int>(),
        "maxLength" => value.ValueKind != JsonValueKind.String || Length(value) <= argument.GetValue<int>(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(5)),
        "minimum" => value.ValueKind != JsonValueKind.Number || Number(value) >= Number(argument),
        "maximum" => value.ValueKind != JsonValueKind.Number || Number(value) <= Number(argument),
        _ => throw new NotSupportedException($"This check does not know the keyword '{keyword}'."),
    };

    /// <summary>What a reference of this document points to.</summary>
    public JsonNode Find(string reference) =>
        reference[2..].Split('/').Aggregate((JsonNode)document, (node, name) => node[name]!);

    private static IEnumerable<string> Texts(JsonNode node) =>
        node is JsonArray list ? list.Select(t => t!.GetValue<string>()) : [node.GetValue<string>()];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsWhole(value),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"This check does not know the type '{type}'."),
    };

    // By the digits: a number too small or too large for a double is none the less whole or not.
    private static bool IsWhole(JsonElement value)
    {
        var parts = value.GetRawText().TrimStart('-').Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var fraction = mantissa.Length > 1 ? mantissa[1] : "";
        var digits = mantissa[0] + fraction;
        var exponent = parts.Length > 1 ? BigInteger.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return digits.All(d => d == '0') || exponent - fraction.Length + (digits.Length - digits.TrimEnd('0').Length) >= 0;
    }

    private static bool IsSame(JsonNode? expected, JsonElement value) => expected?.GetValueKind() switch
    {
        null => value.ValueKind == JsonValueKind.Null,
        JsonValueKind.String => value.ValueKind == JsonValueKind.String && value.GetString() == expected.GetValue<string>(),
        _ => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == Number(expected),
    };

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static decimal Number(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number : value.GetDouble() > 0 ? decimal.MaxValue : decimal.MinValue;

    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();
}
