using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>A connection on which anything can be sent.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public static async Task<RawConnection> OpenAsync(Uri origin, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, origin.Port, cancellationToken);
        return connection;
    }

    /// <summary>As <see cref="OpenAsync"/>; a server may have hung up before the connection was there, and then nothing is answered on it.</summary>
    public static async Task<RawConnection> KnockAsync(Uri origin, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        try
        {
            await connection._socket.ConnectAsync(IPAddress.Loopback, origin.Port, cancellationToken);
        }
        catch (SocketException)
        {
        }

        return connection;
    }

    /// <summary>Sends bytes; a server that has hung up already is none of the sender's business.</summary>
    /// <returns>Whether all were sent.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
            }
        }
        catch (SocketException)
        {
            return false;
        }

        return true;
    }

    public Task<bool> SendAsync(string text, CancellationToken cancellationToken) => SendAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Everything until the server closes the connection, in order or by a reset.</summary>
    public async Task<byte[]> ReadToEndAsync(CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (var read = await _socket.ReceiveAsync(buffer, cancellationToken); read > 0; read = await _socket.ReceiveAsync(buffer, cancellationToken))
            {
                all.Write(buffer, 0, read);
            }
        }
        catch (SocketException)
        {
        }

        return all.ToArray();
    }

    /// <summary>Sends a request; whether anything but the end of the connection comes back.</summary>
    public async Task<bool> AsksAndIsAnsweredAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(text, cancellationToken) && await _socket.ReceiveAsync(new byte[16 * 1024], cancellationToken) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Leaves without a word: the server's next write meets a reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();
}
