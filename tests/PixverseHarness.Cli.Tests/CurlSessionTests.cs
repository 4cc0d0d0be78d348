using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Tests.Simulate;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The README's session with curl comes out word for word, on a twin started as the README starts it.</summary>
public sealed class CurlSessionTests
{
    private const string Mark = "replay:curl";
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
        var written = ReadmeText.Blocks(Mark).ToArray();

        var replayed = await CurlSession.RunAsync(Replace(written, WrittenAuthority, twin.Origin.Authority), patience.Token);

        var actual = Replace(replayed, twin.Origin.Authority, WrittenAuthority);
        GoldenFile.Matches(ReadmeText.File, ReadmeText.With(Mark, actual));
        Assert.All([200, 401, 404, 406, 422, 429], status => Assert.Contains(actual.SelectMany(b => b), l => l.EndsWith($" {status}", StringComparison.Ordinal)));
    }

    private static string[][] Replace(string[][] blocks, string from, string to) =>
        [.. blocks.Select(b => b.Select(l => l.Replace(from, to, StringComparison.Ordinal)).ToArray())];
}
