using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>The body of both POSTs: the parameters and the rules between them.</summary>
internal static class RequestSchema
{
    /// <summary>Its name among the schemas.</summary>
    public const string Name = "VideoRequest";

    /// <summary>The schema under a profile. That members stand once and how integers are written is beyond JSON Schema.</summary>
    public static JsonObject Build(ApiProfile profile)
    {
        var properties = new JsonObject();
        foreach (var parameter in ParameterCatalogue.All)
        {
            properties[parameter.Name] = Property(parameter, profile);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = profile.Validation == ValidationTiming.Early
                ? "Anything else is refused at submit."
                : "Anything else is accepted, and the job then fails.",
            ["required"] = Nodes.Texts(ParameterCatalogue.All.Where(p => IsRequired(p, profile)).Select(p => p.Name)),
            ["properties"] = properties,
            ["allOf"] = Nodes.List(CrossFieldRules.All.Select(r => Rule(r, profile))),
        };
        if (profile.UnknownMembers == MemberHandling.Reject)
        {
            schema["additionalProperties"] = false;
        }

        return schema;
    }

    /// <summary>A request that every profile accepts.</summary>
    public static JsonObject Example()
    {
        var body = new JsonObject { ["prompt"] = "A red fox runs through snow" };
        foreach (var parameter in ParameterCatalogue.All.Where(p => p.Default is not null))
        {
            body[parameter.Name] = Value(parameter, parameter.Default!);
        }

        return body;
    }

    private static bool IsRequired(ParameterSpec parameter, ApiProfile profile) =>
        parameter.Required && (profile.OmittedParameters == OmittedParameters.Reject || parameter.Default is null);

    private static JsonObject Property(ParameterSpec parameter, ApiProfile profile)
    {
        var asText = parameter.Type == ParameterType.Integer && profile.NumbersAsText == NumbersAsText.Accept;
        var property = new JsonObject
        {
            ["type"] = (parameter.Nullable, asText) switch
            {
                (true, _) => Nodes.Texts(TypeOf(parameter), "null"),
                (_, true) => Nodes.Texts(TypeOf(parameter), "string"),
                _ => TypeOf(parameter),
            },
            ["description"] = parameter.Summary,
        };
        if (parameter.IsEnum)
        {
            foreach (var (keyword, argument) in OneOf(parameter, parameter.Allowed, asText))
            {
                property[keyword] = argument?.DeepClone();
            }
        }
        else if (parameter.Type == ParameterType.Integer)
        {
            LimitNumber(property, profile, asText);
        }
        else
        {
            LimitText(property, parameter, profile);
        }

        if (parameter.Default is { } value)
        {
            property["default"] = Value(parameter, value);
        }

        property["x-evidence"] = Nodes.Evidence(parameter.Evidence);
        return property;
    }

    /// <summary>What makes a value one of some; a number as text may have a sign and leading zeros.</summary>
    private static JsonObject OneOf(ParameterSpec parameter, ImmutableArray<string> allowed, bool asText)
    {
        JsonArray values = [.. allowed.Select(v => Value(parameter, v))];
        if (parameter.Nullable)
        {
            values.Add(null);
        }

        var exactly = new JsonObject { ["enum"] = values };
        return asText
            ? new JsonObject
            {
                ["anyOf"] = Nodes.List(exactly, new JsonObject { ["type"] = "string", ["pattern"] = $@"^\+?0*({string.Join('|', allowed)})$" }),
            }
            : exactly;
    }

    private static void LimitNumber(JsonObject property, ApiProfile profile, bool asText)
    {
        var isUpstream = profile.SeedRange == SeedRange.Upstream;
        property["minimum"] = isUpstream ? 0 : long.MinValue;
        property["maximum"] = isUpstream ? int.MaxValue : long.MaxValue;
        if (asText)
        {
            property["pattern"] = "^[+-]?[0-9]+$";
        }
    }

    private static void LimitText(JsonObject property, ParameterSpec parameter, ApiProfile profile)
    {
        if (parameter.Required)
        {
            property["minLength"] = 1;
            property["pattern"] = @"\S";
        }

        if (profile.PromptLimit is { } limit)
        {
            property["maxLength"] = limit;
        }
    }

    private static JsonObject Rule(CrossFieldRule rule, ApiProfile profile) => new()
    {
        ["title"] = rule.Id,
        ["description"] = $"{rule.Sentence}.",
        ["if"] = new JsonObject
        {
            ["required"] = Nodes.Texts(rule.IfParameter),
            ["properties"] = new JsonObject { [rule.IfParameter] = Only(rule.IfParameter, rule.IfValue, profile) },
        },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { [rule.ThenParameter] = Only(rule.ThenParameter, rule.ThenValue, profile) } },
        ["x-evidence"] = Nodes.Evidence(rule.Evidence),
    };

    private static JsonObject Only(string name, string value, ApiProfile profile)
    {
        var parameter = ParameterCatalogue.Find(name)!;
        return OneOf(parameter, [value], parameter.Type == ParameterType.Integer && profile.NumbersAsText == NumbersAsText.Accept);
    }

    private static string TypeOf(ParameterSpec parameter) => parameter.Type == ParameterType.Integer ? "integer" : "string";

    private static JsonNode Value(ParameterSpec parameter, string text) =>
        parameter.Type == ParameterType.Integer ? long.Parse(text, CultureInfo.InvariantCulture) : text;
}
