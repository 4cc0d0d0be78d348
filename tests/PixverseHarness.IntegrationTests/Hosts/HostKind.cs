namespace PixverseHarness.IntegrationTests.Hosts;

/// <summary>The ways in which the twin's core is served.</summary>
public enum HostKind
{
    /// <summary>Over sockets, by Kestrel.</summary>
    Kestrel,

    /// <summary>Without sockets, as an <see cref="HttpMessageHandler"/>.</summary>
    InProcess,

    /// <summary>Over sockets, by WireMock.Net.</summary>
    WireMock,
}
