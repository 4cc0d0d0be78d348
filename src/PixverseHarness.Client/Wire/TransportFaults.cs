using System.Net.Sockets;

namespace PixverseHarness.Client;

/// <summary>Sorts the exceptions of message handlers into faults. What is no fault of a transport stays an exception.</summary>
internal static class TransportFaults
{
    public static bool Covers(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or OperationCanceledException;

    /// <param name="exception">What the handler threw.</param>
    /// <param name="answerBegan">Whether headers had arrived.</param>
    /// <param name="keyGuard">Keeps the key out of the words.</param>
    public static TransportFault Sort(Exception exception, bool answerBegan, KeyGuard keyGuard)
    {
        var (kind, mayHaveArrived) = KindOf(exception, answerBegan);
        return new TransportFault(kind, keyGuard.Clean(exception.Message) ?? "", answerBegan || mayHaveArrived);
    }

    private static (TransportFaultKind Kind, bool MayHaveArrived) KindOf(Exception exception, bool answerBegan)
    {
        var socket = SocketErrorOf(exception);
        if (socket is SocketError.ConnectionRefused)
        {
            return (TransportFaultKind.ConnectionRefused, false);
        }

        var kind = exception switch
        {
            HttpRequestException http => http.HttpRequestError,
            HttpIOException io => io.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        return kind switch
        {
            HttpRequestError.NameResolutionError => (TransportFaultKind.NameNotResolved, false),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => (TransportFaultKind.ConnectionFailed, false),
            HttpRequestError.SecureConnectionError => (TransportFaultKind.SecureConnectionFailed, false),
            HttpRequestError.ResponseEnded => (TransportFaultKind.AnswerCutShort, true),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded
                => (TransportFaultKind.ProtocolError, true),
            _ when socket is SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown
                => (TransportFaultKind.ConnectionReset, true),
            // A handler that cancels by itself has run into a time limit of its own.
            _ when exception is OperationCanceledException => (TransportFaultKind.TimedOut, true),
            _ => (answerBegan ? TransportFaultKind.AnswerCutShort : TransportFaultKind.Other, true),
        };
    }

    private static SocketError? SocketErrorOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }
}
