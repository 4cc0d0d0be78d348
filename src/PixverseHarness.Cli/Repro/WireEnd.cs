namespace PixverseHarness.Cli.Repro;

/// <summary>How an exchange ended on the connection.</summary>
internal enum WireEnd
{
    /// <summary>With a whole answer.</summary>
    Complete,

    /// <summary>The answer broke off.</summary>
    Cut,

    /// <summary>The connection was closed without an answer (FIN).</summary>
    Closed,

    /// <summary>The connection was reset without an answer (RST).</summary>
    Reset,

    /// <summary>The client gave up waiting.</summary>
    GaveUp,
}
