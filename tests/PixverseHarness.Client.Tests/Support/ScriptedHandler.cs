using System.Net;
using System.Text;

namespace PixverseHarness.Client.Tests.Support;

/// <summary>Plays answers in order, the last one for ever, and keeps what was asked and when.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly TimeProvider clock;
    private readonly DateTimeOffset start;
    private readonly List<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> script = [];

    public ScriptedHandler(TimeProvider clock)
    {
        this.clock = clock;
        start = clock.GetUtcNow();
    }

    public List<SeenRequest> Seen { get; } = [];

    public IEnumerable<string> Lines => Seen.Select(s => s.Line);

    public IEnumerable<double> Seconds => Seen.Select(s => s.At.TotalSeconds);

    public ScriptedHandler Json(int status, string body, params (string Name, string Value)[] headers) =>
        Answer(status, body, "application/json", headers);

    public ScriptedHandler Answer(int status, string body, string? contentType, params (string Name, string Value)[] headers) =>
        Answer(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    public ScriptedHandler Answer(int status, byte[] body, string? contentType, params (string Name, string Value)[] headers) =>
        Play((_, _) => Task.FromResult(Message(status, new ByteArrayContent(body), contentType, headers)));

    public ScriptedHandler Content(int status, HttpContent content, string? contentType) =>
        Play((_, _) => Task.FromResult(Message(status, content, contentType, [])));

    public ScriptedHandler Throws(Exception exception) => Play((_, _) => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Never answers; gives up when it is cancelled.</summary>
    public ScriptedHandler Hangs() => Play(async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, token);
        throw new InvalidOperationException("unreachable");
    });

    public ScriptedHandler Later(TimeSpan delay, int status, string body) => Play(async (_, token) =>
    {
        await Task.Delay(delay, clock, token);
        return Message(status, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), "application/json", []);
    });

    public ScriptedHandler Play(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        script.Add(answer);
        return this;
    }

    public static HttpResponseMessage Message(int status, HttpContent content, string? contentType, (string Name, string Value)[] headers)
    {
        var message = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = script[Math.Min(Seen.Count, script.Count - 1)];
        Seen.Add(new SeenRequest(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            clock.GetUtcNow() - start,
            request.Headers.TryGetValues("x-api-key", out var keys) ? keys.Single() : null,
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken),
            request.ToString()));
        return await answer(request, cancellationToken);
    }
}
