using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>
/// The contract as an OpenAPI 3.1 document, made from the same data that the twin and the checks use. What OpenAPI cannot
/// say stands in extensions: <c>x-evidence</c> (how well a thing is known), <c>x-causes</c> (one status has several),
/// <c>x-profile</c> (which reading this is) and <c>x-async-job</c> (the life of a job).
/// </summary>
public static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document as indented JSON that ends with a line feed; the same text for the same profile.</summary>
    /// <param name="profile">The profile that decides wherever the sources leave a choice.</param>
    public static string ToJson(ApiProfile profile) => Build(profile).ToJsonString(Readable) + "\n";

    /// <summary>The document as a tree that belongs to the caller.</summary>
    /// <param name="profile">The profile that decides wherever the sources leave a choice.</param>
    public static JsonObject Build(ApiProfile profile) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Pixverse text-to-video at Segmind",
            ["version"] = "2",
            ["summary"] = "Text-to-video jobs: submit, poll, fetch; or one blocking call.",
            ["description"] =
                "An independent description of the API: its vendor publishes none. Its parts carry x-evidence: source, "
                + "section of the facts sheet and confidence. Where sources disagree, x-profile says which reading this is.",
            ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
        },
        ["servers"] = Nodes.List(new JsonObject
        {
            ["url"] = Operations.Operations.LiveOrigin.GetLeftPart(UriPartial.Authority),
            ["description"] = "The live API. A twin serves the same paths at its own origin.",
        }),
        ["tags"] = Nodes.List(
            Tag(OperationNodes.AsyncTag, "Jobs that are submitted and polled (v2)."),
            Tag(OperationNodes.SyncTag, "One call that answers when the video is there (v1)."),
            Tag(OperationNodes.AccountTag, "The balance of the key.")),
        ["security"] = Nodes.List(new JsonObject { [Scheme] = new JsonArray() }),
        ["paths"] = OperationNodes.Paths(profile),
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { [Scheme] = SecurityScheme() },
            ["schemas"] = Schemas(profile),
        },
        ["x-profile"] = Profile(profile),
    };

    private const string Scheme = "apiKey";

    private static JsonObject Tag(string name, string description) => new() { ["name"] = name, ["description"] = description };

    private static JsonObject SecurityScheme() => new()
    {
        ["type"] = "apiKey",
        ["in"] = "header",
        ["name"] = Operations.Operations.KeyHeader,
        ["description"] = "The key of the account. It belongs to the API's origin only: neither into a URL nor to the host of the videos.",
        ["x-evidence"] = Nodes.Evidence("PV-AUTH-001", "PV-AUTH-006"),
    };

    private static JsonObject Schemas(ApiProfile profile)
    {
        var schemas = new JsonObject { [RequestSchema.Name] = RequestSchema.Build(profile) };
        foreach (var (name, schema) in AnswerSchemas.All(profile))
        {
            schemas[name] = schema;
        }

        return schemas;
    }

    private static JsonObject Profile(ApiProfile profile)
    {
        var switches = new JsonObject();
        foreach (var choice in ProfileSwitches.All)
        {
            switches[choice.Name] = new JsonObject
            {
                ["value"] = choice.Get(profile),
                ["values"] = Nodes.Texts(choice.Values),
                ["summary"] = choice.Summary,
                ["x-evidence"] = Nodes.Evidence(choice.Evidence),
            };
        }

        return new JsonObject { ["name"] = profile.Name, ["switches"] = switches };
    }
}
