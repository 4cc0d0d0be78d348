namespace PixverseHarness.Simulator.Protocol;

/// <summary>A request as a host hands it to the core: everything that the core looks at, and nothing else.</summary>
public sealed class TwinRequest
{
    /// <summary>HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Path as sent, still escaped, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Query without the question mark; empty when there is none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Scheme and authority that the client used, for example <c>http://127.0.0.1:5080</c>: minted URLs start with it.</summary>
    public required string Origin { get; init; }

    /// <summary>Value of <c>x-api-key</c>, or null.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Whether the request has an <c>Authorization</c> header.</summary>
    public bool HasAuthorization { get; init; }

    /// <summary>Value of <c>Content-Type</c>, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Value of <c>Prefer</c>, or null.</summary>
    public string? Prefer { get; init; }

    /// <summary>
    /// Who calls, when the request came over a socket and its path concerns the admin API (<see cref="AdminCaller.Concerns"/>);
    /// null for callers in this process, who may do everything.
    /// </summary>
    public AdminCaller? Caller { get; init; }

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body was over the twin's limit and has not been read.</summary>
    public bool BodyTooLarge { get; init; }
}
