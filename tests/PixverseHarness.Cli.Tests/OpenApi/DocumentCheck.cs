using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>
/// Holds exchanges against an OpenAPI document and nothing else: operation, status, headers, media type, body. Schemas are
/// those of JSON Schema 2020-12, as OpenAPI 3.1 has it.
/// </summary>
internal sealed class DocumentCheck
{
    private const string Json = "application/json";
    private const string References = "\"#/components/schemas/";

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.Flag, EvaluateAs = SpecVersion.Draft202012 };

    private readonly Operation[] _operations;
    private readonly Func<byte[], bool> _isTaken;

    /// <summary>Takes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isTaken">Whether a request body that was answered 200 was taken for good.</param>
    public DocumentCheck(JsonObject document, Func<byte[], bool> isTaken)
    {
        _isTaken = isTaken;
        var shared = document["components"]!["schemas"]!.ToJsonString();
        _operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject(), shared),
        ];
    }

    /// <summary>Whether the document describes requests like this one, whatever is answered.</summary>
    public bool Describes(CapturedExchange exchange) => Find(exchange) is not null;

    /// <summary>What is wrong with an exchange; null if nothing.</summary>
    public string? Fault(CapturedExchange exchange)
    {
        if (Find(exchange) is not { } operation)
        {
            return "the document has no such operation";
        }

        if (operation.Node["responses"]![exchange.Status.ToString(CultureInfo.InvariantCulture)] is not JsonObject response)
        {
            return $"the document has no status {exchange.Status}";
        }

        var missing = response["headers"]?.AsObject().Select(h => h.Key).Except(exchange.AnswerHeaders, StringComparer.OrdinalIgnoreCase).FirstOrDefault();
        return missing is not null ? $"the header {missing} is missing"
            : Body(operation, response, exchange.AnswerType, exchange.AnswerBody) ?? RequestFault(operation, exchange);
    }

    // A body that is refused may be anything; one that is taken must be what the document asks for, unless faults of
    // parameters show only later.
    private string? RequestFault(Operation operation, CapturedExchange exchange)
    {
        if (exchange is not { Status: 200, RequestBody.Length: > 0, RequestType: Json } || !_isTaken(exchange.RequestBody))
        {
            return null;
        }

        try
        {
            return Body(operation, operation.Node["requestBody"]!, Json, exchange.RequestBody);
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: legal JSON, and text that no schema can look at.
            return null;
        }
    }

    private static string? Body(Operation operation, JsonNode described, string? type, byte[] body)
    {
        if (type is null || described["content"]?[type] is not { } media)
        {
            return $"the document has no media type {type ?? "(none)"}";
        }

        if (type != Json)
        {
            return body.Length == 0 ? "the body is empty" : null;
        }

        try
        {
            return operation.Schema(media["schema"]!).Evaluate(LastWins(JsonElement.Parse(body)), Options).IsValid
                ? null
                : $"the schema refuses {Encoding.UTF8.GetString(body)}";
        }
        catch (JsonException malformed)
        {
            return malformed.Message;
        }
    }

    // As most readers do, and as a JSON tree cannot: of members with the same name the last one counts.
    private static JsonNode? LastWins(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().GroupBy(m => m.Name, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, LastWins(g.Last().Value)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(LastWins)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };

    private Operation? Find(CapturedExchange exchange) =>
        _operations.FirstOrDefault(o => o.Method == exchange.Method && Fits(o.Path.Split('/'), exchange.Path.Split('/')));

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private sealed record Operation(string Method, string Path, JsonObject Node, string Shared)
    {
        private readonly Dictionary<JsonNode, JsonSchema> _schemas = new(ReferenceEqualityComparer.Instance);

        /// <summary>A schema of the document, with those that it refers to.</summary>
        public JsonSchema Schema(JsonNode node)
        {
            if (!_schemas.TryGetValue(node, out var schema))
            {
                var own = node.DeepClone().AsObject();
                own["$defs"] = JsonNode.Parse(Shared);
                schema = JsonSchema.FromText(own.ToJsonString().Replace(References, "\"#/$defs/", StringComparison.Ordinal));
                _schemas[node] = schema;
            }

            return schema;
        }
    }
}
