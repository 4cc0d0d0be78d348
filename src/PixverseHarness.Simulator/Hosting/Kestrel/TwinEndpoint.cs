using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>Reads a request off Kestrel, asks the core, and plays the answer's script on the connection.</summary>
internal sealed class TwinEndpoint(TwinCore core, Action<ReceivedRequest>? onRequest, Action<Exception>? onFault, ConnectionCount connections)
{
    private readonly HttpDateCache _dates = new();
    private HostOrigin? _latestOrigin;

    public async Task AnswerAsync(HttpContext context)
    {
        connections.Begin();
        try
        {
            await ReadAndAnswerAsync(context);
        }
        catch (Exception left) when (left is OperationCanceledException or ConnectionResetException)
        {
            // There is nobody to answer.
            context.Abort();
        }
        catch (IOException broken)
        {
            // Only the connection can bring this about: the core reads and writes nothing.
            await RefuseAsync(context, broken);
        }
        catch (Exception fault)
        {
            onFault?.Invoke(fault);
            await SendErrorAsync(context, ErrorAnswers.Of(ErrorCauses.ServerError, ErrorCauses.ServerError.Status));
        }
        finally
        {
            connections.End();
        }
    }

    // The body breaks the rules of HTTP, or comes too slowly: what follows on the connection means nothing any more.
    private Task RefuseAsync(HttpContext context, IOException broken)
    {
        if (broken is BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout })
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Headers.Connection = "close";
        return SendErrorAsync(context, ErrorAnswers.Of(ErrorCauses.MalformedBody, ErrorCauses.MalformedBody.Status, "Bad request: the body is not framed as HTTP asks."));
    }

    private async Task SendErrorAsync(HttpContext context, TwinResponse answer)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await SendAsync(context, answer, core.Clock);
    }

    private async Task ReadAndAnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var (body, tooLarge) = await ReadBodyAsync(request);
        var path = RawPath(context);
        onRequest?.Invoke(Received(context, body));
        var answer = core.Handle(new TwinRequest
        {
            Method = request.Method,
            Path = path,
            Query = request.QueryString.HasValue ? request.QueryString.Value![1..] : "",
            Origin = OriginOf(context),
            ApiKey = Text(request, Operations.KeyHeader),
            HasAuthorization = request.Headers.ContainsKey("Authorization"),
            ContentType = request.ContentType,
            Prefer = Text(request, "Prefer"),
            Body = body,
            BodyTooLarge = tooLarge,
            Caller = AdminCaller.Concerns(path) ? CallerOf(context) : null,
        });
        await PlayAsync(context, answer);
    }

    private async Task PlayAsync(HttpContext context, TwinAnswer answer)
    {
        if (answer.Plain is { } plain)
        {
            await SendAsync(context, plain, answer.Clock);
            return;
        }

        try
        {
            foreach (var step in answer.Steps)
            {
                switch (step)
                {
                    case TwinStep.Wait wait:
                        await answer.Clock.DelayUntilAsync(answer.Clock.NowTicks + wait.For.Ticks, context.RequestAborted);
                        break;
                    case TwinStep.Hold hold:
                        await HoldAsync(context, hold, answer.Clock);
                        return;
                    case TwinStep.Later later:
                        await PlayAsync(context, await later.AnswerAsync(context.RequestAborted));
                        return;
                    case TwinStep.Reset:
                        context.Abort();
                        return;
                    case TwinStep.Close:
                        await CloseAsync(context);
                        return;
                    case TwinStep.Hang:
                        await Task.Delay(Timeout.InfiniteTimeSpan, answer.Clock, context.RequestAborted);
                        return;
                    case TwinStep.Send { CutAfter: null, Pace: null } send:
                        await SendAsync(context, send.Response, answer.Clock);
                        return;
                    case TwinStep.Send send:
                        await SendPartsAsync(context, send, answer.Clock);
                        return;
                }
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left; there is nobody to answer.
        }
    }

    private async Task HoldAsync(HttpContext context, TwinStep.Hold hold, SessionClock clock)
    {
        try
        {
            await clock.DelayUntilAsync(hold.Until, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            hold.Abandon();
            return;
        }

        await PlayAsync(context, hold.Resume());
    }

    private async ValueTask SendAsync(HttpContext context, TwinResponse response, SessionClock clock)
    {
        SetHead(context, response, clock);
        if (!response.Body.IsEmpty)
        {
            // Without a token: asking for the request's would make one for every answer, and a write to a lost connection ends anyway.
            await context.Response.BodyWriter.WriteAsync(response.Body, CancellationToken.None);
        }
    }

    private async Task SendPartsAsync(HttpContext context, TwinStep.Send send, SessionClock clock)
    {
        SetHead(context, send.Response, clock);
        await context.Response.StartAsync(context.RequestAborted);
        var body = send.SentBody;
        var pace = send.Pace ?? new BodyPace(TimeSpan.Zero, Math.Max(1, body.Length), TimeSpan.Zero);
        for (var sent = 0; sent < body.Length; sent += pace.PieceBytes)
        {
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            await clock.DelayUntilAsync(clock.NowTicks + (sent == 0 ? pace.First : pace.Between).Ticks, context.RequestAborted);
            await context.Response.BodyWriter.WriteAsync(body.Slice(sent, Math.Min(pace.PieceBytes, body.Length - sent)), context.RequestAborted);
        }

        if (send.CutAfter is not null)
        {
            await CloseAsync(context);
        }
    }

    private void SetHead(HttpContext context, TwinResponse response, SessionClock clock)
    {
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        context.Response.Headers.Date = _dates.Get(clock.NowTicks);
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }
    }

    // An orderly close has no call of its own in Kestrel. Once the output is complete the transport sends what is left,
    // then FIN; the request must not end before that, since Kestrel would reset a connection with half an answer.
    private static async Task CloseAsync(HttpContext context)
    {
        var transport = context.Features.Get<IConnectionTransportFeature>()?.Transport;
        if (transport is null)
        {
            context.Abort();
            return;
        }

        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = context.RequestAborted.Register(static state => ((TaskCompletionSource)state!).TrySetResult(), closed);
        await transport.Output.CompleteAsync();
        await closed.Task;
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Body, bool TooLarge)> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return (default, false);
        }

        if (request.ContentLength > TwinOptions.MaxBodyBytes)
        {
            return (default, true);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > TwinOptions.MaxBodyBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (default, true);
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return (body, false);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReceivedRequest Received(HttpContext context, ReadOnlyMemory<byte> body) => new(
        context.Request.Method,
        context.Features.Get<IHttpRequestFeature>()!.RawTarget,
        [.. from header in context.Request.Headers from value in header.Value select KeyValuePair.Create(header.Key, value ?? "")],
        body);

    // The path as sent: decoding would make two different targets the same. An absolute target (RFC 9112, 3.2.2) has it
    // behind scheme and authority; OPTIONS * and CONNECT have none.
    private static string RawPath(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.StartsWith('/') ? 0 : target.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? target.IndexOf('/', scheme + 3) : -1;
        if (path < 0)
        {
            return "/";
        }

        var query = target.IndexOf('?', path);
        return path == 0 && query < 0 ? target : target[path..(query < 0 ? target.Length : query)];
    }

    private string OriginOf(HttpContext context)
    {
        var host = context.Request.Host.Value is { Length: > 0 } sent ? sent : LocalAuthority(context);
        var latest = _latestOrigin;
        if (latest is null || !string.Equals(latest.Host, host, StringComparison.Ordinal))
        {
            _latestOrigin = latest = new HostOrigin(host, $"http://{host}");
        }

        return latest.Origin;
    }

    private static AdminCaller CallerOf(HttpContext context) => new(
        IsLoopback(context.Connection.RemoteIpAddress) && IsLoopback(context.Connection.LocalIpAddress),
        Text(context.Request, "Origin"),
        Text(context.Request, "Authorization"));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static string LocalAuthority(HttpContext context) => $"{context.Connection.LocalIpAddress}:{context.Connection.LocalPort}";

    private static string? Text(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    // Clients ask one host over and over.
    private sealed record HostOrigin(string Host, string Origin);
}
