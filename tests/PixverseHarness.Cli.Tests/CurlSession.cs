using System.Diagnostics;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>Commands after <c>$</c> with the output below each, as a README shows them, run by one shell.</summary>
internal static class CurlSession
{
    private const string Prompt = "$ ";
    private const string Mark = "@@@";

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
        var script = string.Concat(commands.Select(c => $"{c}\necho '{Mark}'\n"));
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync(cancellationToken);
        await shell.WaitForExitAsync(cancellationToken);
        return output.Split(Mark + "\n")[..^1];
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
