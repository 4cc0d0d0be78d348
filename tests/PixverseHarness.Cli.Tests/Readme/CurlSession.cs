using System.Diagnostics;
using System.Text;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Readme;

/// <summary>Commands after <c>$</c> with the output below each, as a README shows them, run by one shell.</summary>
internal sealed class CurlSession
{
    private const string Mark = "@@@";
    private readonly List<(string Command, string Output)> _steps = [];

    /// <summary>Reads the blocks of a session; they share their variables.</summary>
    public CurlSession(IEnumerable<string[]> blocks)
    {
        foreach (var line in blocks.SelectMany(b => b))
        {
            if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                _steps.Add((line[2..], ""));
            }
            else
            {
                _steps[^1] = (_steps[^1].Command, _steps[^1].Output + line + "\n");
            }
        }
    }

    /// <summary>The session as it is written.</summary>
    public string Written => Text(_steps.Select(s => s.Output));

    /// <summary>The session as it comes out now.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var script = string.Concat(_steps.Select(s => $"{s.Command}\necho '{Mark}'\n"));
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync(cancellationToken);
        await shell.WaitForExitAsync(cancellationToken);
        return Text(output.Split(Mark + "\n")[..^1]);
    }

    private string Text(IEnumerable<string> outputs)
    {
        var text = new StringBuilder();
        foreach (var (step, output) in _steps.Zip(outputs))
        {
            text.Append("$ ").Append(step.Command).Append('\n').Append(output);
        }

        return text.ToString();
    }
}
