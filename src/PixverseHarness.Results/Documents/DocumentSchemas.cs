using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace PixverseHarness.Results.Documents;

/// <summary>JSON schemas of the documents, derived from the types that are serialised, so they cannot drift apart.</summary>
public static class DocumentSchemas
{
    /// <summary>Schema of <c>run.json</c>.</summary>
    public static string Run => Export(ResultsJson.Context.RunDocument, "PixverseHarness run document");

    /// <summary>Schema of <c>host.json</c>.</summary>
    public static string Host => Export(ResultsJson.Context.HostDocument, "PixverseHarness host document");

    private static string Export(JsonTypeInfo type, string title)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var schema = type.GetJsonSchemaAsNode(options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(new JsonSerializerOptions(type.Options) { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    // The exporter knows nothing of a converter of ours: say what it writes.
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema) =>
        context.TypeInfo.Type == typeof(ImmutableArray<long>)
            ? new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } }
            : schema;
}
