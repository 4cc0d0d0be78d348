using System.Collections.Frozen;

namespace PixverseHarness.Simulator.Protocol;

/// <summary>
/// Parts of the vendor's API that exist (sections 1, 3 and 12) and that the twin does not model: they answer 501 with
/// a reason, never a guess that looks like the API.
/// </summary>
internal static class NotModelled
{
    private static readonly FrozenDictionary<string, string> Exact = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/v1/mock-inference"] = "the staging model mock-inference is not modelled",
        ["/v2/mock-inference"] = "the staging model mock-inference is not modelled",
        ["/upload-asset"] = "asset uploads are not modelled: text to video needs none",
        ["/webhook/get"] = "webhooks are not modelled: no gateway event exists for a v2 job",
        ["/webhook/add"] = "webhooks are not modelled: no gateway event exists for a v2 job",
        ["/webhook/update"] = "webhooks are not modelled: no gateway event exists for a v2 job",
        ["/webhook/inactive"] = "webhooks are not modelled: no gateway event exists for a v2 job",
        ["/webhook/dispatch-logs"] = "webhooks are not modelled: no gateway event exists for a v2 job",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Why a path is not modelled, or null when it is, or when the vendor has no such path either.</summary>
    public static string? ReasonFor(string path) =>
        Exact.TryGetValue(path, out var reason) ? reason
        : path.StartsWith("/workflows/", StringComparison.Ordinal) ? "PixelFlow workflows are not modelled"
        : null;

    /// <summary>Why a method is not modelled on a path that exists, or null when its answer is known.</summary>
    public static string? ReasonForMethod(string method) => method switch
    {
        "HEAD" or "OPTIONS" => $"{method} is undocumented and not modelled",
        _ => null,
    };
}
