using System.Collections.Immutable;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>One stub: which requests it matches, in which state, and what it answers. Written by <see cref="StubJson"/>.</summary>
internal sealed record StubMapping
{
    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Lower numbers win.</summary>
    public required int Priority { get; init; }

    /// <summary>The method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path, with <c>*</c> for anything.</summary>
    public required string Path { get; init; }

    /// <summary>How the client asks.</summary>
    public StubAsk Ask { get; init; } = new();

    /// <summary>Names of headers, each with a pattern that its value must not match: <c>*</c> for a header that must be absent.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Without { get; init; } = [];

    /// <summary>The scenario whose state it looks at; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>The state in which it matches; null for the one before the first request.</summary>
    public string? When { get; init; }

    /// <summary>The state that follows.</summary>
    public string? Then { get; init; }

    /// <summary>The answer; what stands for the origin and the id is in <see cref="StubRecorder"/>.</summary>
    public required TwinResponse Answer { get; init; }
}
