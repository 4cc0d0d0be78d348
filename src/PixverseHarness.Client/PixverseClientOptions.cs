using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Client;

/// <summary>How a <see cref="PixverseClient"/> reaches the API. Read once, by the client's constructor.</summary>
public sealed class PixverseClientOptions
{
    /// <summary>The key sent as <c>x-api-key</c>, to the origin of <see cref="BaseAddress"/> only; null sends none. Default null.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Where the API is: an origin, optionally with a path prefix. A last segment <c>v1</c> or <c>v2</c> is dropped, so
    /// <c>http://127.0.0.1:5000/s/name/v1</c> means <c>http://127.0.0.1:5000/s/name</c>. Default: the live API.
    /// </summary>
    public Uri BaseAddress { get; init; } = Operations.LiveOrigin;

    /// <summary>
    /// Longest time of one submit, status, result or credits call, its body included, by the injected clock. Default
    /// 30 s; <see cref="Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest time of one blocking v1 call. Default 120 s: beyond the 100 s at which the service itself gives up
    /// (facts sheet section 7, observed). <see cref="Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public TimeSpan SyncTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest time of one download. Default 5 min; <see cref="Timeout.InfiniteTimeSpan"/> switches it off.</summary>
    public TimeSpan DownloadTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The User-Agent header. Default <c>PixverseHarness.Client/0.1</c>.</summary>
    public string UserAgent { get; init; } = "PixverseHarness.Client/0.1";

    /// <summary>Largest request body in bytes; a larger one is refused before it is sent. Default 1 MiB.</summary>
    public int MaxRequestBytes { get; init; } = 1 << 20;

    /// <summary>
    /// Most connections at a time, for clients that <see cref="PixverseClient.Create(PixverseClientOptions, TimeProvider)"/> makes: further
    /// requests wait their turn, within their time limit. Default: as many as there are requests under way.
    /// </summary>
    public int MaxConnections { get; init; } = int.MaxValue;

    /// <summary>Largest JSON answer in bytes; of a larger one nothing is kept. Default 1 MiB.</summary>
    public int MaxJsonBytes { get; init; } = 1 << 20;

    /// <summary>Largest video in bytes, from a v1 call or a download. Default 64 MiB.</summary>
    public int MaxVideoBytes { get; init; } = 64 << 20;

    /// <summary>The address and whether a key is set; never the key.</summary>
    public override string ToString() => $"{BaseAddress} ({(ApiKey is null ? "no key" : "with a key")})";
}
