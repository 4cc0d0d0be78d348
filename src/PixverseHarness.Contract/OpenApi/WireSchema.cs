using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>Turns a model of the wire into a schema of its members, so that neither can grow without the other.</summary>
internal static class WireSchema
{
    /// <summary>The members of a model, all optional: which of them must be there is a matter of the state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="references">The schema that stands for a model inside this one.</param>
    public static JsonObject Of(JsonTypeInfo model, IReadOnlyDictionary<Type, string> references)
    {
        var properties = new JsonObject();
        foreach (var member in model.Properties.Where(p => !p.IsExtensionData))
        {
            properties[member.Name] = Member(member, references);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Member(JsonPropertyInfo member, IReadOnlyDictionary<Type, string> references)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (references.TryGetValue(type, out var name))
        {
            return Nodes.Schema(name);
        }

        return type switch
        {
            _ when type == typeof(JsonElement) => [],
            _ when type == typeof(decimal) => new JsonObject { ["type"] = "number" },
            _ when type == typeof(int) => new JsonObject { ["type"] = "integer" },
            _ when member.CustomConverter is not null => new JsonObject { ["type"] = Nodes.Texts("string", "integer") },
            _ => new JsonObject { ["type"] = "string" },
        };
    }
}
