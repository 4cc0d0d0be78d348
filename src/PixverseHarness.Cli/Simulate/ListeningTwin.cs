using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.WireMock;

namespace PixverseHarness.Cli.Simulate;

/// <summary>A twin that listens, whatever serves it.</summary>
/// <param name="Origin">Where it listens.</param>
/// <param name="Core">The twin behind the network.</param>
/// <param name="StopAsync">Stops listening and lets calls under way end.</param>
internal sealed record ListeningTwin(Uri Origin, TwinCore Core, Func<Task> StopAsync)
{
    /// <summary>What a Segmind SDK takes as its base URL: the origin and <c>/v1</c>.</summary>
    public string SdkBaseUrl => $"{Origin.GetLeftPart(UriPartial.Authority)}/v1";

    /// <summary>A twin on Kestrel.</summary>
    public static ListeningTwin Of(PixverseTwin twin) => new(twin.Origin, twin.Core, async () =>
    {
        await twin.StopAsync();
        await twin.DisposeAsync();
    });

    /// <summary>A twin on WireMock.Net.</summary>
    public static ListeningTwin Of(WireMockTwin twin) => new(twin.Origin, twin.Core, () =>
    {
        twin.Dispose();
        return Task.CompletedTask;
    });
}
