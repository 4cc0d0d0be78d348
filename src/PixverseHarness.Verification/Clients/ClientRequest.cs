using System.Collections.Immutable;

namespace PixverseHarness.Verification.Clients;

/// <summary>One request that a client program sent, as it arrived.</summary>
public sealed record ClientRequest
{
    /// <summary>Method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as sent, neither decoded nor shortened.</summary>
    public required string Target { get; init; }

    /// <summary>Headers in the order of arrival; one that came more than once stands more than once.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Body; empty when there was none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What stands before the question mark.</summary>
    internal string Path => Target.Split('?', 2)[0];

    /// <summary>What stands behind the question mark; null without one.</summary>
    internal string? Query => Target.Split('?', 2) is [_, var query] ? query : null;

    /// <summary>The values of a header.</summary>
    internal IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
}
