using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Tests.Simulate;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The README's session with curl comes out word for word, on a twin started as the README starts it and on every host.</summary>
public sealed class CurlSessionTests
{
    private const string Mark = "replay:curl";
    private const string WrittenAuthority = "127.0.0.1:8787";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task Readme_CurlSession_ComesOutWordForWord()
    {
        await using var twin = await ServedTwin.StartAsync(["--port", "0", .. Start()[2..]]);

        var actual = await ReplayAsync(twin.Origin);

        GoldenFile.Matches(ReadmeText.File, ReadmeText.With(Mark, actual));
        Assert.All([200, 401, 404, 406, 422, 429], status => Assert.Contains(actual.SelectMany(b => b), l => l.EndsWith($" {status}", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Readme_CurlSessionOnWireMock_ComesOutWordForWord()
    {
        await using var twin = await ServedTwin.StartAsync(["--port", "0", "--host", "wiremock", .. Start()[2..]]);

        Assert.Equal(ReadmeText.Blocks(Mark), await ReplayAsync(twin.Origin));
    }

    [SkippableFact]
    public async Task Readme_CurlSessionInProcess_ComesOutWordForWord()
    {
        Assert.Equal("simulate --clock manual --seed 1 --credits 1 --key SG_0000000000000001", string.Join(' ', Start()[1..]));
        var options = new TwinOptions { ManualClock = true, Seed = 1, Credits = MicroDollars.FromDollars(1), Keys = ["SG_0000000000000001"] };
        using var handler = new TwinMessageHandler(new TwinCore(options, new MovedClock()));
        await using var bridge = await HandlerOverSockets.StartAsync(handler);

        Assert.Equal(ReadmeText.Blocks(Mark), await ReplayAsync(bridge.Origin));
    }

    private static string[] Start() => Assert.Single(Assert.Single(ReadmeText.Blocks("replay:twin"))).Split(' ');

    private static async Task<string[][]> ReplayAsync(Uri origin)
    {
        Skip.If(await new SystemMachine().AskAsync("curl", ["--version"], CancellationToken.None) is null, "curl is not installed.");
        Skip.If(await new SystemMachine().AskAsync("bash", ["--version"], CancellationToken.None) is null, "bash is not installed.");
        using var patience = new CancellationTokenSource(Patience, Pixverse.RealClock);
        var written = ReadmeText.Blocks(Mark).ToArray();
        var replayed = await CurlSession.RunAsync(Replace(written, WrittenAuthority, origin.Authority), patience.Token);
        return Replace(replayed, origin.Authority, WrittenAuthority);
    }

    private static string[][] Replace(string[][] blocks, string from, string to) =>
        [.. blocks.Select(b => b.Select(l => l.Replace(from, to, StringComparison.Ordinal)).ToArray())];
}
