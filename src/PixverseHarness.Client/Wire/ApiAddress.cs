using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Client;

/// <summary>The base address, the URLs below it, and the rule that decides which URLs may see the key.</summary>
internal sealed class ApiAddress
{
    private const int LongestId = 256;
    private readonly Uri root;
    private readonly string prefix;

    public ApiAddress(Uri baseAddress)
    {
        var path = baseAddress.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/v1", StringComparison.Ordinal) || path.EndsWith("/v2", StringComparison.Ordinal))
        {
            path = path[..^3];
        }

        root = new Uri(baseAddress, path + "/");
        prefix = root.AbsoluteUri[..^1];
        SubmitUri = new Uri(prefix + Operations.Get(ApiOperation.Submit).PathTemplate);
        SyncUri = new Uri(prefix + Operations.Get(ApiOperation.GenerateSync).PathTemplate);
        CreditsUri = new Uri(prefix + Operations.Get(ApiOperation.GetCredits).PathTemplate);
    }

    public Uri SubmitUri { get; }

    public Uri SyncUri { get; }

    public Uri CreditsUri { get; }

    /// <summary>
    /// Whether an id can stand in a path. Escaping cannot save <c>.</c> and <c>..</c>: a URL drops them as path steps, so
    /// they would lead to another resource.
    /// </summary>
    public static bool IsUsableId(string? id) => id is { Length: > 0 and <= LongestId } and not ("." or "..");

    public string UrlOf(ApiOperation operation, string requestId) => prefix + Operations.Get(operation).PathFor(requestId);

    public Uri UriOf(ApiOperation operation, string requestId) => new(UrlOf(operation, requestId));

    /// <summary>Whether a URL has the scheme, host and port of the base address and lies below its path prefix.</summary>
    public bool Holds(Uri url) =>
        url.IsAbsoluteUri
        && url.UserInfo.Length == 0
        && IsSameOrigin(url)
        && url.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal);

    public bool IsSameOrigin(Uri url) =>
        string.Equals(url.Scheme, root.Scheme, StringComparison.Ordinal)
        && (string.Equals(url.Host, root.Host, StringComparison.OrdinalIgnoreCase) || string.Equals(url.IdnHost, root.IdnHost, StringComparison.OrdinalIgnoreCase))
        && url.Port == root.Port;

    public override string ToString() => prefix;
}
