using System.Text.Json.Nodes;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting.Tests;

/// <summary>Puts markup into every free text of a document, found by walking its JSON, so that a new member is covered too.</summary>
internal static class PlantedMarkup
{
    public const string Text = "\"'<planted onload=\"x\">&|`\u0007\u001b[31m";

    // Members whose values are a closed set, or numbers in text form.
    private static readonly HashSet<string> Closed =
    [
        "schemaVersion", "kind", "target", "result", "state", "phase", "outcome", "source", "weight", "severity", "class", "operation", "buckets",
        "startedAt", "verdict",
    ];

    public static RunDocument In(RunDocument run) => RunDocument.FromJson(Planted(run.ToJson()));

    public static HostDocument In(HostDocument host) => HostDocument.FromJson(Planted(host.ToJson()));

    private static string Planted(string json)
    {
        var root = JsonNode.Parse(json)!;
        Plant(root);
        return root.ToJsonString();
    }

    private static void Plant(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToArray())
                {
                    if (value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String && !Closed.Contains(name))
                    {
                        members[name] = Text + text.GetValue<string>();
                    }
                    else if (value is not null)
                    {
                        Plant(value);
                    }
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    if (items[index] is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    {
                        items[index] = Text + text.GetValue<string>();
                    }
                    else if (items[index] is { } item)
                    {
                        Plant(item);
                    }
                }

                break;
        }
    }
}
