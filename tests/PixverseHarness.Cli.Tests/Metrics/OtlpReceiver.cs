using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace PixverseHarness.Cli.Tests.Metrics;

/// <summary>A collector that keeps what is sent to it, on a free loopback port.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _running;

    public OtlpReceiver()
    {
        // An HttpListener takes no port 0: the first free one of a range is taken.
        for (var port = 20_000; !_listener.IsListening; port++)
        {
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            Origin = $"http://127.0.0.1:{port}";
            try
            {
                _listener.Start();
            }
            catch (HttpListenerException) when (port < 30_000)
            {
                // Taken by somebody else.
            }
        }

        _running = ReceiveAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Method, path and content type of each export, and its body as Latin-1.</summary>
    public ConcurrentQueue<(string Head, string Body)> Exports { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _running;
        _listener.Close();
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Exports.Enqueue(($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath} {context.Request.ContentType}", Encoding.Latin1.GetString(body.ToArray())));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
