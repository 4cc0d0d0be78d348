using System.Collections.Immutable;

namespace PixverseHarness.Simulator.Protocol;

/// <summary>An HTTP answer, complete.</summary>
public sealed record TwinResponse
{
    /// <summary>Status code.</summary>
    public required int Status { get; init; }

    /// <summary>Value of <c>Content-Type</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Further headers, names in lower case.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The same answer with one more header.</summary>
    public TwinResponse WithHeader(string name, string value) => this with { Headers = Headers.Add(new(name, value)) };
}
