using PixverseHarness.Contract.Errors;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Snapshots.Exchanges;

/// <summary>Learns what an exchange brings in that no other run will have: origin, keys, ids, names of files.</summary>
internal static class ExchangeNames
{
    /// <summary>The names of a scene.</summary>
    public static Placeholders Of(Scene scene)
    {
        var names = new Placeholders();
        names.Name(scene.BaseUrl, "origin_1");
        names.Name(scene.Key, "key_1");
        names.Name(scene.OtherKey ?? "", "key_2");
        foreach (var cause in ErrorCauses.All)
        {
            names.Name(scene.Triggers.KeyFor(cause) ?? "", $"key_for_{cause.Name}");
        }

        return names;
    }

    /// <summary>Adds what an answer brings in.</summary>
    public static void Learn(this Placeholders names, Exchange exchange)
    {
        foreach (var id in new[] { exchange.Header("x-request-id"), exchange.TextAt("/request_id") })
        {
            if (id is { Length: > 0 })
            {
                names.Learn("request", id);
            }
        }

        foreach (var url in new[] { exchange.TextAt("/output"), exchange.TextAt("/video/url") })
        {
            LearnFile(names, exchange.Conversation.Scene, url);
        }
    }

    // Where a file lies may be another host than that of the calls, and its name tells nothing but its extension.
    private static void LearnFile(Placeholders names, Scene scene, string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var place) || place.Segments.Length < 2)
        {
            return;
        }

        var origin = place.GetLeftPart(UriPartial.Authority);
        if (!scene.BaseUrl.StartsWith(origin, StringComparison.Ordinal))
        {
            names.Learn("file_origin", origin);
        }

        var file = place.Segments[^1];
        var end = file.LastIndexOf('.');
        names.Learn("file", end > 0 ? file[..end] : file);
    }
}
