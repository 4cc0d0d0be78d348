using System.Diagnostics;
using PixverseHarness.Cli.Edges;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>Commands after <c>$</c> with the output below each, as a README shows them, run by one shell.</summary>
internal static class CurlSession
{
    /// <summary>What stands above the blocks of a session on a page.</summary>
    public const string Mark = "replay:curl";

    private const string Prompt = "$ ";
    private const string End = "@@@";
    private const string WrittenAuthority = "127.0.0.1:8787";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs the session of a page against a twin.</summary>
    /// <returns>The blocks with the output that came now, the twin's address written as the page writes it.</returns>
    public static async Task<string[][]> ReplayAsync(MarkedText page, Uri origin)
    {
        Skip.If(await new SystemMachine().AskAsync("curl", ["--version"], CancellationToken.None) is null, "curl is not installed.");
        Skip.If(await new SystemMachine().AskAsync("bash", ["--version"], CancellationToken.None) is null, "bash is not installed.");
        using var patience = new CancellationTokenSource(Patience, Pixverse.RealClock);
        var replayed = await RunAsync(Replace(page.Blocks(Mark), WrittenAuthority, origin.Authority), patience.Token);
        return Replace(replayed, origin.Authority, WrittenAuthority);
    }

    /// <summary>Runs the commands of all blocks in one shell, so that they share their variables.</summary>
    /// <returns>The blocks with the output that came now.</returns>
    public static async Task<string[][]> RunAsync(IReadOnlyList<string[]> blocks, CancellationToken cancellationToken)
    {
        var commands = blocks.Select(b => b.Where(l => l.StartsWith(Prompt, StringComparison.Ordinal)).ToArray()).ToArray();
        var outputs = new Queue<string>(await RunAsync(commands.SelectMany(c => c).Select(c => c[Prompt.Length..]), cancellationToken));
        return [.. commands.Select(block => block.SelectMany(c => (string[])[c, .. Lines(outputs.Dequeue())]).ToArray())];
    }

    private static async Task<string[]> RunAsync(IEnumerable<string> commands, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var script = string.Concat(commands.Select(c => $"{c}\necho '{End}'\n"));
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync(cancellationToken);
        await shell.WaitForExitAsync(cancellationToken);
        return output.Split(End + "\n")[..^1];
    }

    private static string[][] Replace(IEnumerable<string[]> blocks, string from, string to) =>
        [.. blocks.Select(b => b.Select(l => l.Replace(from, to, StringComparison.Ordinal)).ToArray())];

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
