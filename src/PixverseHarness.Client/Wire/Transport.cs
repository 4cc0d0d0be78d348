using System.Collections.Concurrent;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Client;

/// <summary>What every call of one client shares, and the only place that puts the key on a request.</summary>
internal sealed class Transport
{
    private readonly string? key;
    private readonly string userAgent;

    public Transport(HttpMessageInvoker invoker, PixverseClientOptions options, TimeProvider clock)
    {
        Invoker = invoker;
        Clock = clock;
        key = options.ApiKey;
        userAgent = options.UserAgent;
        KeyGuard = new KeyGuard(key);
        Address = new ApiAddress(options.BaseAddress);
    }

    public HttpMessageInvoker Invoker { get; }

    public TimeProvider Clock { get; }

    public KeyGuard KeyGuard { get; }

    public ApiAddress Address { get; }

    /// <summary>Limits that no call uses now: as many as were ever under way at once.</summary>
    public ConcurrentQueue<CallLimit> Limits { get; } = new();

    /// <summary>A call to the API itself. The key goes along, so the URL must lie under the base address.</summary>
    public ApiCall ToApi(HttpMethod method, Uri uri, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!Address.Holds(uri))
        {
            throw new InvalidOperationException($"'{uri}' is outside '{Address}': the key must not go there.");
        }

        var request = NewRequest(method, uri);
        request.Content = content;
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(Operations.KeyHeader, key);
        }

        return new ApiCall(this, request, timeout, cancellationToken);
    }

    /// <summary>A call to a public URL, without the key.</summary>
    public ApiCall ToPublic(Uri uri, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(this, NewRequest(HttpMethod.Get, uri), timeout, cancellationToken);

    private HttpRequestMessage NewRequest(HttpMethod method, Uri uri)
    {
        var request = new HttpRequestMessage(method, uri);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return request;
    }
}
