namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>How a connection ends after a malformed request.</summary>
internal enum MalformedEnding
{
    /// <summary>HTTP that the twin understands, however odd: its own answer, then the connection closes because it was asked to.</summary>
    Answer,

    /// <summary>No HTTP at all: the host may refuse it in its own words, and must close.</summary>
    Refusal,

    /// <summary>Never finished: the client leaves.</summary>
    Leave,
}
