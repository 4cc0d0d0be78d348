namespace PixverseHarness.Client;

/// <summary>What broke between client and service.</summary>
public enum TransportFaultKind
{
    /// <summary>The host name did not resolve.</summary>
    NameNotResolved,

    /// <summary>No connection came about.</summary>
    ConnectionFailed,

    /// <summary>Nothing listens at the address.</summary>
    ConnectionRefused,

    /// <summary>TLS could not be agreed.</summary>
    SecureConnectionFailed,

    /// <summary>The connection was reset.</summary>
    ConnectionReset,

    /// <summary>The connection was closed before the answer was complete.</summary>
    AnswerCutShort,

    /// <summary>The step's time was over, by the injected clock.</summary>
    TimedOut,

    /// <summary>The answer broke the HTTP protocol.</summary>
    ProtocolError,

    /// <summary>Anything else.</summary>
    Other,
}
