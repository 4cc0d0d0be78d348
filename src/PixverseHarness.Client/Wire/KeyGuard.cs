namespace PixverseHarness.Client;

/// <summary>Keeps the key out of everything that the client shows: a service may repeat it in an error text.</summary>
internal sealed class KeyGuard
{
    private readonly string? key;

    public KeyGuard(string? key) => this.key = key;

    public string? Clean(string? text) =>
        text is null || key is null ? text : text.Replace(key, "[redacted]", StringComparison.Ordinal);
}
