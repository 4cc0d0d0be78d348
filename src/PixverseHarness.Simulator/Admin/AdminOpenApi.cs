using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.Simulator.Admin.Routes;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Admin;

/// <summary>
/// The admin API as an OpenAPI 3.1 document, made of its own routes: requests as they are read, answers by the types that
/// they are written from.
/// </summary>
internal static class AdminOpenApi
{
    private static readonly JsonSchemaExporterOptions Exact = new() { TreatNullObliviousAsNonNullable = true };
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<byte[]> Document = new(() => Write(Build()));

    /// <summary>The document as JSON.</summary>
    public static ReadOnlyMemory<byte> Text => Document.Value;

    private static byte[] Write(JsonObject document)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            document.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static JsonObject Build()
    {
        var schemas = new JsonObject { [NameOf(AdminJson.Plain.ErrorDocument)] = SchemaOf(AdminJson.Plain.ErrorDocument) };
        var paths = new JsonObject();
        foreach (var group in AdminRoutes.All.GroupBy(r => r.Template, StringComparer.Ordinal))
        {
            var methods = new JsonObject();
            foreach (var route in group)
            {
                methods[route.Method.ToLowerInvariant()] = Operation(route);
                if (route.Document is { } document)
                {
                    schemas[NameOf(document)] = SchemaOf(document);
                }
            }

            paths[Route.AdminPrefix + group.Key] = methods;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Admin API of the Pixverse twin",
                ["version"] = "1",
                ["description"] = "Controls a running twin. Below / it is the default session's, below /s/{session} another's. On this machine it needs no token; elsewhere, and when the twin has one, it does.",
            },
            ["servers"] = new JsonArray(
                new JsonObject { ["url"] = "/" },
                new JsonObject { ["url"] = "/s/{session}", ["variables"] = new JsonObject { ["session"] = new JsonObject { ["default"] = "shard-1" } } }),
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["token"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        };
    }

    private static JsonObject Operation(AdminRoute route)
    {
        var operation = new JsonObject { ["summary"] = route.Summary };
        if (Parameters(route) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        if (route.HasBody && !route.Members.IsEmpty)
        {
            operation["requestBody"] = new JsonObject { ["content"] = Json(BodySchema(route)) };
        }

        var answers = new JsonObject { ["200"] = Answer("Done.", route.Document is { } document ? Reference(document) : new JsonObject { ["type"] = "object" }) };
        foreach (var status in route.Refusals.Concat([400, 401, 403]).Order())
        {
            answers[$"{status}"] = Answer("Refused.", Reference(AdminJson.Plain.ErrorDocument));
        }

        operation["responses"] = answers;
        return operation;
    }

    private static JsonArray Parameters(AdminRoute route)
    {
        var parameters = new JsonArray();
        if (route.Template.IndexOf('{', StringComparison.Ordinal) is >= 0 and var brace)
        {
            parameters.Add(Parameter(route.Template[(brace + 1)..route.Template.IndexOf('}', StringComparison.Ordinal)], "path", required: true, new JsonObject { ["type"] = "string" }));
        }

        foreach (var member in route.HasBody ? [] : route.Members)
        {
            parameters.Add(Parameter(member.Name, "query", member.IsRequired, member.ToSchema()));
        }

        return parameters;
    }

    private static JsonNode Parameter(string name, string place, bool required, JsonObject schema) =>
        new JsonObject { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = schema };

    private static JsonObject BodySchema(AdminRoute route)
    {
        var properties = new JsonObject();
        foreach (var member in route.Members)
        {
            properties[member.Name] = member.ToSchema();
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (route.Members.Where(m => m.IsRequired).Select(m => (JsonNode)m.Name).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private static JsonObject Answer(string description, JsonObject schema) => new() { ["description"] = description, ["content"] = Json(schema) };

    private static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Reference(JsonTypeInfo type) => new() { ["$ref"] = $"#/components/schemas/{NameOf(type)}" };

    private static JsonNode SchemaOf(JsonTypeInfo type) => type.GetJsonSchemaAsNode(Exact);

    private static string NameOf(JsonTypeInfo type) => type.Type.Name.Replace("Document", "", StringComparison.Ordinal);
}
