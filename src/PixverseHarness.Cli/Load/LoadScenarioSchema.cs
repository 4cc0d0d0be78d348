using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Results.Thresholds;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Load;

/// <summary>The JSON schema of load scenarios, derived from <see cref="LoadScenario"/>, so that the two cannot drift apart.</summary>
internal static class LoadScenarioSchema
{
    /// <summary>Where the schema of the twin stands: simulate and load share it.</summary>
    private const string TwinSchema = "scenario.schema.json#/properties/twin";

    private const string DurationPattern = "^([0-9.]+(d|h|m|s|ms))+$";
    private const string RatePattern = "^[0-9.]+/(s|m|h|d|ms|([0-9.]+(d|h|m|s|ms))+)$";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        WriteIndented = true,
        NewLine = "\n",
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new Written<LoadSimulation>(), new Written<PayloadMix>(), new Written<Rate>(), new Written<Threshold>(), new Written<TimeSpan>(), new Written<TwinOptions>(),
        },
    };

    /// <summary>The schema, indented, with a final line feed.</summary>
    public static string Text()
    {
        var schema = Options.GetJsonSchemaAsNode(
            typeof(LoadScenario), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }).AsObject();
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "PixverseHarness load scenario");
        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = Of(type) ?? (node as JsonObject ?? []);

        // A member is left out, never null; and what the reader takes by default is in its words.
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.First(t => (string)t! != "null")!.DeepClone();
        }

        if (schema["enum"] is JsonArray words)
        {
            schema["enum"] = new JsonArray([.. words.Where(w => w is not null).Select(w => w!.DeepClone())]);
        }

        schema.Remove("default");
        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute described, ..])
        {
            schema["description"] = described.Description;
        }

        return schema;
    }

    private static JsonObject? Of(Type type) => type switch
    {
        _ when type == typeof(TimeSpan) => Pattern(DurationPattern),
        _ when type == typeof(Rate) => Pattern(RatePattern),
        _ when type == typeof(PayloadMix) => new JsonObject { ["type"] = "string" },
        _ when type == typeof(TwinOptions) => new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = TwinSchema }) },
        _ when type == typeof(ImmutableArray<LoadSimulation>) => ListOf(
            new JsonObject { ["oneOf"] = new JsonArray([.. SimulationSection.Kinds.Select(k => Simulation(k.Name, k.Members))]) }),
        _ when type == typeof(ImmutableArray<Threshold>) => ListOf(ThresholdForms()),
        _ => null,
    };

    private static JsonNode Simulation(string name, ImmutableArray<string> members)
    {
        var properties = new JsonObject { ["simulation"] = new JsonObject { ["enum"] = new JsonArray(name) } };
        foreach (var member in members)
        {
            properties[member] = member switch
            {
                "rate" or "minimum" or "maximum" => Pattern(RatePattern),
                "during" or "interval" => Pattern(DurationPattern),
                _ => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            };
        }

        return Closed(properties, ["simulation", .. members]);
    }

    private static JsonObject ThresholdForms()
    {
        var properties = new JsonObject
        {
            ["metric"] = new JsonObject { ["type"] = "string" },
            ["threshold"] = new JsonObject { ["type"] = "string" },
            ["window"] = Pattern(DurationPattern),
            ["for"] = Pattern(DurationPattern),
            ["minSamples"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            ["abortOnFail"] = new JsonObject { ["type"] = "boolean" },
            ["delayAbortEval"] = Pattern(DurationPattern),
            ["onNoData"] = new JsonObject { ["enum"] = new JsonArray("fail", "pass") },
        };
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Closed(properties, ["metric", "threshold"])),
        };
    }

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Closed(JsonObject properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]),
        ["properties"] = properties,
    };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>Marks a type that <see cref="Of"/> describes: the exporter must not look into it.</summary>
    private sealed class Written<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Scenarios are read by their own reader.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Scenarios are not written.");
    }
}
