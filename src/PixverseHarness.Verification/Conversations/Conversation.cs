using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Conversations;

/// <summary>
/// What one client says to a target and hears from it, in order. Never throws for what the target does: a missing
/// answer is an exchange with a failure.
/// </summary>
public sealed class Conversation
{
    private const int RateLimitedStatus = 429;

    // Windows are shared by all that is sent, so the first in the next one may be another's.
    private const int MostWaits = 3;
    private static readonly TimeSpan RateLimitMargin = TimeSpan.FromSeconds(1);
    private readonly List<Exchange> _exchanges = [];

    /// <summary>Starts a conversation in a scene.</summary>
    public Conversation(Scene scene) => Scene = scene;

    /// <summary>Where it takes place.</summary>
    public Scene Scene { get; }

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>Sends a request and keeps what comes of it. Where the target has a rate limit of its own, refusals by it are kept too, but waited out.</summary>
    /// <exception cref="RateLimitedException">The target's own rate limit names no end that can be waited for.</exception>
    public async Task<Exchange> SendAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        var exchange = await ExchangeAsync(request, cancellationToken);
        for (var waits = 0; Scene.HasOwnRateLimit && exchange.Status == RateLimitedStatus; waits++)
        {
            // A refused request made no job, so it may be sent again.
            await WaitOutAsync(exchange, waits, cancellationToken);
            exchange = await ExchangeAsync(request, cancellationToken);
        }

        return exchange;
    }

    /// <summary>Submits a request by v2.</summary>
    public Task<Exchange> SubmitAsync(VideoRequest request, CancellationToken cancellationToken) =>
        SendAsync(Post(ApiOperation.Submit, Json(request)), cancellationToken);

    /// <summary>Generates by the blocking v1 call.</summary>
    public Task<Exchange> GenerateAsync(VideoRequest request, CancellationToken cancellationToken) =>
        SendAsync(Post(ApiOperation.GenerateSync, Json(request)), cancellationToken);

    /// <summary>Reads a job by one of the three calls that do, with the scene's key.</summary>
    public Task<Exchange> ReadAsync(ApiOperation operation, string id, CancellationToken cancellationToken) =>
        SendAsync(Get(operation, id), cancellationToken);

    /// <summary>Reads the balance.</summary>
    public Task<Exchange> CreditsAsync(CancellationToken cancellationToken) => SendAsync(Get(ApiOperation.GetCredits), cancellationToken);

    /// <summary>A well-formed GET of an operation.</summary>
    public ExchangeRequest Get(ApiOperation operation, string id = "") => new()
    {
        Method = "GET",
        Uri = Scene.At(Operations.Get(operation).PathFor(id)),
        Operation = operation,
        Key = Scene.Key,
    };

    /// <summary>A POST of an operation with these bytes as JSON. A v1 call may take as long as the service itself allows.</summary>
    public ExchangeRequest Post(ApiOperation operation, ReadOnlyMemory<byte> body) => new()
    {
        Method = "POST",
        Uri = Scene.At(Operations.Get(operation).PathTemplate),
        Operation = operation,
        Key = Scene.Key,
        ContentType = RequestContentType.Json,
        Body = body,
        Patience = operation == ApiOperation.GenerateSync ? Scene.SyncPatience : TimeSpan.FromMinutes(1),
    };

    /// <summary>Lets time pass at the target.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => Scene.Pace.PassAsync(time, cancellationToken);

    /// <summary>A request as JSON.</summary>
    public static byte[] Json(VideoRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, ContractJson.Default.VideoRequest);

    /// <summary>A request as JSON text.</summary>
    public static string Text(VideoRequest request) => JsonSerializer.Serialize(request, ContractJson.Default.VideoRequest);

    /// <summary>A text as UTF-8.</summary>
    public static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    private async Task WaitOutAsync(Exchange refused, int waits, CancellationToken cancellationToken)
    {
        var left = refused.RateLimitReset - Scene.Pace.Now + RateLimitMargin;
        if (waits == MostWaits || left is not { } time || !Scene.Pace.CanPass(time))
        {
            throw new RateLimitedException(
                left is null ? $"it names no end of it in {Operations.RateLimitResetHeader}"
                : waits == MostWaits ? $"it refuses again after the end that it names"
                : $"it ends in {left.Value.TotalSeconds:0} s, which is longer than may be waited");
        }

        await Scene.Pace.PassAsync(time > RateLimitMargin ? time : RateLimitMargin, cancellationToken);
    }

    private async Task<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        Scene.Sent?.Invoke();
        var sentAt = Scene.Pace.Now;
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = ReceiveAsync(request, given.Token);
        var inTime = await Scene.Pace.AwaitAsync(work, request.Patience, cancellationToken);
        if (!inTime)
        {
            await given.CancelAsync();
        }

        var answer = await work;
        cancellationToken.ThrowIfCancellationRequested();
        var exchange = answer with
        {
            Number = _exchanges.Count,
            SentAt = sentAt,
            AnsweredAt = Scene.Pace.Now,
            Failure = inTime ? answer.Failure : $"none within {request.Patience.TotalSeconds:0.###} s",
        };
        _exchanges.Add(exchange);
        Scene.Heard?.Invoke(exchange);
        return exchange;
    }

    private async Task<Exchange> ReceiveAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        var blank = new Exchange { Conversation = this, Number = 0, Request = request, SentAt = default, AnsweredAt = default };
        try
        {
            using var message = Message(request);
            using var response = await Scene.Invoker.SendAsync(message, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return blank with
            {
                Status = (int)response.StatusCode,
                Headers = [.. Flat(response.Headers), .. Flat(response.Content.Headers)],
                Body = body,
            };
        }
        catch (OperationCanceledException)
        {
            return blank with { Failure = "given up" };
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return blank with { Failure = (broken.InnerException ?? broken).Message.TrimEnd('.') };
        }
    }

    private static HttpRequestMessage Message(ExchangeRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Uri);
        if (request.Key is { } key)
        {
            message.Headers.TryAddWithoutValidation(Operations.KeyHeader, key);
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (!request.Body.IsEmpty || request.ContentType is not null)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            if (request.ContentType is { } contentType)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        return message;
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(HttpHeaders headers) =>
        headers.NonValidated.Select(h => new KeyValuePair<string, string>(h.Key, h.Value.ToString()));
}
