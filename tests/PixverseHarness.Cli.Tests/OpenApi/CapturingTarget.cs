using System.Collections.Concurrent;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>Another target, every exchange with which is kept.</summary>
/// <param name="target">Who answers.</param>
internal sealed class CapturingTarget(ITarget target) : ITarget
{
    /// <summary>The exchanges, in no order.</summary>
    public ConcurrentQueue<CapturedExchange> Exchanges { get; } = new();

    /// <inheritdoc/>
    public string Name => target.Name;

    /// <inheritdoc/>
    public TargetKind Kind => target.Kind;

    /// <inheritdoc/>
    public ApiProfile Profile => target.Profile;

    /// <inheritdoc/>
    public bool HasSessions => target.HasSessions;

    /// <inheritdoc/>
    public async Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken)
    {
        var offer = await target.OpenAsync(name, wish, cancellationToken);
        return offer.Scene is { } scene
            ? SceneOffer.Of(scene with { Invoker = new HttpMessageInvoker(new Capturing(scene.Invoker, Exchanges)) })
            : offer;
    }

    private sealed class Capturing(HttpMessageInvoker inner, ConcurrentQueue<CapturedExchange> exchanges) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var response = await inner.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            exchanges.Enqueue(new CapturedExchange(
                request.Method.Method,
                request.RequestUri!.AbsolutePath,
                request.Content?.Headers.ContentType?.MediaType,
                body,
                (int)response.StatusCode,
                [.. response.Headers.Select(h => h.Key.ToLowerInvariant())],
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsByteArrayAsync(cancellationToken)));
            return response;
        }
    }
}
