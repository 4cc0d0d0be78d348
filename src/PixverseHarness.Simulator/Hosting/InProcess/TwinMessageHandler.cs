using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Hosting.InProcess;

/// <summary>
/// Serves a twin to an <see cref="HttpMessageInvoker"/> without sockets, so that a client and the twin can share one
/// clock: waits and held calls go by the session's clock, and nothing else takes time.
/// </summary>
public sealed class TwinMessageHandler(TwinCore core) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = core.Handle(await ReadAsync(request, cancellationToken));
        return await PlayAsync(answer, request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Synchronous calls would have to block on the clock: use SendAsync.");

    private static async ValueTask<TwinRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var tooLarge = body.Length > TwinOptions.MaxBodyBytes;
        return new TwinRequest
        {
            Method = request.Method.Method,
            Path = uri.AbsolutePath,
            Query = uri.Query.TrimStart('?'),
            Origin = uri.GetLeftPart(UriPartial.Authority),
            ApiKey = Header(request.Headers, Contract.Operations.Operations.KeyHeader),
            HasAuthorization = request.Headers.NonValidated.Contains("Authorization"),
            ContentType = request.Content is null ? null : Header(request.Content.Headers, "Content-Type"),
            Prefer = Header(request.Headers, "Prefer"),
            Body = tooLarge ? default : body,
            BodyTooLarge = tooLarge,
        };
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static async Task<HttpResponseMessage> PlayAsync(TwinAnswer answer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var step in answer.Steps)
        {
            switch (step)
            {
                case TwinStep.Wait wait:
                    await answer.Clock.DelayUntilAsync(answer.Clock.NowTicks + wait.For.Ticks, cancellationToken);
                    break;
                case TwinStep.Hold hold:
                    try
                    {
                        await answer.Clock.DelayUntilAsync(hold.Until, cancellationToken);
                    }
                    catch (OperationCanceledException)
                    {
                        hold.Abandon();
                        throw;
                    }

                    return await PlayAsync(hold.Resume(), request, cancellationToken);
                case TwinStep.Later later:
                    return await PlayAsync(await later.AnswerAsync(cancellationToken), request, cancellationToken);
                case TwinStep.Reset:
                    var reset = new SocketException((int)SocketError.ConnectionReset);
                    throw new HttpRequestException(HttpRequestError.Unknown, "The twin reset the connection.", new IOException(reset.Message, reset));
                case TwinStep.Close:
                    throw new HttpRequestException(
                        HttpRequestError.ResponseEnded, "The twin closed the connection without an answer.", new HttpIOException(HttpRequestError.ResponseEnded));
                case TwinStep.Hang:
                    await Task.Delay(Timeout.InfiniteTimeSpan, answer.Clock, cancellationToken);
                    break;
                case TwinStep.Send send:
                    return ToMessage(send, answer.Clock, request);
            }
        }

        throw new InvalidOperationException("The script has no end.");
    }

    private static HttpResponseMessage ToMessage(TwinStep.Send send, Time.SessionClock clock, HttpRequestMessage request)
    {
        var response = send.Response;
        HttpContent content = send is { CutAfter: null, Pace: null }
            ? new ReadOnlyMemoryContent(response.Body)
            : new StreamContent(new PartedStream(send, clock));
        content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        content.Headers.ContentLength = response.Body.Length;
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { Content = content, RequestMessage = request };
        message.Headers.Date = clock.GetUtcNow();
        foreach (var (name, value) in response.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
