using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Tests.Simulate;

namespace PixverseHarness.Cli.Tests.Readme;

/// <summary>The README's session with curl comes out word for word, on a twin started as the README starts it.</summary>
public sealed class CurlSessionTests
{
    private const string WrittenAuthority = "127.0.0.1:8787";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task Readme_CurlSession_ComesOutWordForWord()
    {
        Skip.If(await new SystemMachine().AskAsync("curl", ["--version"], CancellationToken.None) is null, "curl is not installed.");
        Skip.If(await new SystemMachine().AskAsync("bash", ["--version"], CancellationToken.None) is null, "bash is not installed.");
        using var patience = new CancellationTokenSource(Patience, Pixverse.RealClock);
        var start = Assert.Single(Assert.Single(ReadmeText.Blocks("replay:twin"))).Split(' ');
        await using var twin = await ServedTwin.StartAsync(["--port", "0", .. start[2..]]);
        var blocks = ReadmeText.Blocks("replay:curl")
            .Select(b => b.Select(l => l.Replace(WrittenAuthority, twin.Origin.Authority, StringComparison.Ordinal)).ToArray()).ToArray();
        var session = new CurlSession(blocks);

        var actual = await session.RunAsync(patience.Token);

        Assert.Equal(
            session.Written.Replace(twin.Origin.Authority, WrittenAuthority, StringComparison.Ordinal),
            actual.Replace(twin.Origin.Authority, WrittenAuthority, StringComparison.Ordinal));
        Assert.All([200, 401, 404, 406, 422, 429], status => Assert.Contains($" {status}\n", actual, StringComparison.Ordinal));
    }
}
