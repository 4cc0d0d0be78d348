namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>A request that no client should send.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Bytes">All bytes that are sent on a connection of its own.</param>
/// <param name="Ending">How the connection ends.</param>
internal sealed record Malformed(string Kind, byte[] Bytes, MalformedEnding Ending)
{
    /// <summary>Whether the answers are to HEAD.</summary>
    public bool IsHead => Kind == "verb-head";
}
