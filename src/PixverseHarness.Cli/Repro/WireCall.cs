using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PixverseHarness.Cli.Repro;

/// <summary>Sends a request over a bare socket, so that what is shown is what went over the wire and nothing has been tidied up.</summary>
internal static class WireCall
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    /// <summary>Sends and reads until the connection ends or the client's patience does.</summary>
    /// <param name="origin">Where the twin listens.</param>
    /// <param name="request">The request; its path is final.</param>
    /// <param name="clock">The clock of the patience.</param>
    /// <param name="cancellationToken">Ends the call with an exception.</param>
    public static async Task<WireExchange> SendAsync(Uri origin, ReproRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = request.Patience is { } time ? new CancellationTokenSource(time, clock) : new CancellationTokenSource();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var head = Head(origin, request);
        var received = new MemoryStream();
        var end = WireEnd.Complete;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, origin.Port, both.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + request.Content), both.Token);
            await stream.CopyToAsync(received, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            end = WireEnd.GaveUp;
        }
        catch (IOException broken) when (broken.InnerException is SocketException)
        {
            end = WireEnd.Reset;
        }

        return Read(head, request, received.ToArray(), end);
    }

    private static string Head(Uri origin, ReproRequest request)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"{request.Method} {request.Path} HTTP/1.1\r\nhost: {origin.Authority}\r\n");
        foreach (var (name, value) in request.Headers())
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (request.HasBody)
        {
            head.Append(CultureInfo.InvariantCulture, $"content-length: {Encoding.UTF8.GetByteCount(request.Content)}\r\n");
        }

        return head.Append("connection: close\r\n\r\n").ToString();
    }

    private static WireExchange Read(string head, ReproRequest request, byte[] received, WireEnd end)
    {
        var sent = head + (request.Filler > 0 ? string.Create(CultureInfo.InvariantCulture, $"({request.Filler} bytes)") : request.Content);
        var text = Encoding.Latin1.GetString(received);
        if (received.Length == 0)
        {
            return new WireExchange(sent, "", null, default, end == WireEnd.Complete ? WireEnd.Closed : end);
        }

        var split = received.AsSpan().IndexOf(HeadEnd);
        var body = split < 0 ? default : received.AsMemory(split + HeadEnd.Length);
        var lines = (split < 0 ? text : text[..split]).Split("\r\n");
        var length = lines.FirstOrDefault(l => l.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        var isCut = split < 0 || (length is not null && body.Length < int.Parse(length, CultureInfo.InvariantCulture));
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        return new WireExchange(sent, text, status, body, end == WireEnd.Complete && isCut ? WireEnd.Cut : end);
    }
}
