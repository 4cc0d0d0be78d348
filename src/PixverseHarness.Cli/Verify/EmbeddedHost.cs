namespace PixverseHarness.Cli.Verify;

/// <summary>How the embedded twin is reached.</summary>
internal enum EmbeddedHost
{
    /// <summary>Without sockets, on a clock that the checks move.</summary>
    InProcess,

    /// <summary>Over a loopback socket, by Kestrel.</summary>
    Kestrel,

    /// <summary>Over a loopback socket, by WireMock.Net.</summary>
    WireMock,
}
