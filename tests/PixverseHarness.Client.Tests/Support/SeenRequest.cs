namespace PixverseHarness.Client.Tests.Support;

/// <summary>A request as the scripted handler saw it.</summary>
internal sealed record SeenRequest(string Method, string Url, TimeSpan At, string? Key, string? ContentType, byte[] Body, string Headers)
{
    /// <summary>Method and path, as in <c>GET /v2/requests/x</c>.</summary>
    public string Line => $"{Method} {new Uri(Url).AbsolutePath}";
}
