using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Changes a JSON body at a pointer of plain names.</summary>
internal static class JsonEdit
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer whose member is set; left alone when the body is no object.</summary>
    public static TwinResponse With(this TwinResponse response, string pointer, JsonNode? value) =>
        Edit(response, pointer, (parent, name) => parent[name] = value?.DeepClone());

    /// <summary>An answer without a member.</summary>
    public static TwinResponse Without(this TwinResponse response, string pointer) => Edit(response, pointer, (parent, name) => parent.Remove(name));

    /// <summary>An answer with a member under another name.</summary>
    public static TwinResponse Renamed(this TwinResponse response, string pointer, string newName) => Edit(response, pointer, (parent, name) =>
    {
        if (parent.TryGetPropertyValue(name, out var value))
        {
            parent.Remove(name);
            parent[newName] = value;
        }
    });

    /// <summary>An answer whose member is changed where it is there.</summary>
    public static TwinResponse Changed(this TwinResponse response, string pointer, Func<JsonNode?, JsonNode?> change) => Edit(response, pointer, (parent, name) =>
    {
        if (parent.TryGetPropertyValue(name, out var value))
        {
            parent[name] = change(value);
        }
    });

    /// <summary>An answer whose number is moved where it is there.</summary>
    public static TwinResponse Moved(this TwinResponse response, string pointer, decimal by) =>
        response.Changed(pointer, value => value is JsonValue number && number.TryGetValue(out decimal amount) ? amount + by : value?.DeepClone());

    private static TwinResponse Edit(TwinResponse response, string pointer, Action<JsonObject, string> edit)
    {
        if (!response.ContentType.StartsWith("application/json", StringComparison.Ordinal) || JsonNode.Parse(response.Body.Span) is not JsonObject root)
        {
            return response;
        }

        var names = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = root;
        foreach (var name in names[..^1])
        {
            if (parent[name] is not JsonObject child)
            {
                return response;
            }

            parent = child;
        }

        edit(parent, names[^1]);
        return response with { Body = JsonSerializer.SerializeToUtf8Bytes(root, Plain) };
    }
}
