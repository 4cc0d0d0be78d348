using System.Text.Json;
using System.Text.Json.Nodes;

namespace PixverseHarness.Cli.Simulate;

/// <summary>The request that examples send: valid, and among the cheapest.</summary>
internal static class SampleBody
{
    /// <summary>A key of the real shape that is nobody's.</summary>
    public const string Key = "SG_0000000000000000";

    /// <summary>The body as JSON on one line.</summary>
    public static string Text { get; } = With(new JsonObject());

    /// <summary>The body with members changed, or taken out where <paramref name="changes"/> has null.</summary>
    public static string With(JsonObject changes)
    {
        var body = new JsonObject
        {
            ["prompt"] = "A red fox runs through fresh snow",
            ["aspect_ratio"] = "16:9",
            ["duration"] = 5,
            ["motion_mode"] = "normal",
            ["quality"] = "540p",
        };
        foreach (var (name, value) in changes)
        {
            body.Remove(name);
            if (value is not null)
            {
                body[name] = value.DeepClone();
            }
        }

        return body.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }
}
