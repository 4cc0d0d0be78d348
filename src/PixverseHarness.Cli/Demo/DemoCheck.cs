namespace PixverseHarness.Cli.Demo;

/// <summary>One comparison between what the client saw and what should be.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Client">The client's figure.</param>
/// <param name="Expected">The figure that it is held against.</param>
/// <param name="Agrees">Whether they are equal.</param>
internal sealed record DemoCheck(string What, long Client, long Expected, bool Agrees)
{
    /// <summary>Compares two figures.</summary>
    public static DemoCheck Of(string what, long client, long expected) => new(what, client, expected, client == expected);
}
