namespace PixverseHarness.Cli.Simulate;

/// <summary>What serves a twin over HTTP.</summary>
internal enum TwinHost
{
    /// <summary>Kestrel: every fault, and the clock in the Date header.</summary>
    Kestrel,

    /// <summary>WireMock.Net: no faults on the connection itself.</summary>
    WireMock,
}
