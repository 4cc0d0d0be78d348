using PixverseHarness.Cli.Tests.Simulate;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The README's session with curl comes out word for word, on a twin started as the README starts it and on every host.</summary>
public sealed class CurlSessionTests
{
    private static readonly MarkedText Page = MarkedText.Readme;

    [SkippableFact]
    public async Task Readme_CurlSession_ComesOutWordForWord()
    {
        await using var twin = await ServedTwin.StartAsync(["--port", "0", .. Start()[2..]]);

        var actual = await CurlSession.ReplayAsync(Page, twin.Origin);

        GoldenFile.Matches(Page.File, Page.With(CurlSession.Mark, actual));
        Assert.All([200, 401, 404, 406, 422, 429], status => Assert.Contains(actual.SelectMany(b => b), l => l.EndsWith($" {status}", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Readme_CurlSessionOnWireMock_ComesOutWordForWord()
    {
        await using var twin = await ServedTwin.StartAsync(["--port", "0", "--host", "wiremock", .. Start()[2..]]);

        Assert.Equal(Page.Blocks(CurlSession.Mark), await CurlSession.ReplayAsync(Page, twin.Origin));
    }

    [SkippableFact]
    public async Task Readme_CurlSessionInProcess_ComesOutWordForWord()
    {
        Assert.Equal("simulate --clock manual --seed 1 --credits 1 --key SG_0000000000000001", string.Join(' ', Start()[1..]));
        var options = new TwinOptions { ManualClock = true, Seed = 1, Credits = MicroDollars.FromDollars(1), Keys = ["SG_0000000000000001"] };
        using var handler = new TwinMessageHandler(new TwinCore(options, new MovedClock()));
        await using var bridge = await HandlerOverSockets.StartAsync(handler);

        Assert.Equal(Page.Blocks(CurlSession.Mark), await CurlSession.ReplayAsync(Page, bridge.Origin));
    }

    private static string[] Start() => Page.StartOfTheTwin();
}
