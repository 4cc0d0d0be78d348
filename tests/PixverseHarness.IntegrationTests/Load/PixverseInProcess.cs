using PixverseHarness.Cli;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>The command in this process, on the real clock and without the environment: where no signal is to be sent.</summary>
internal static class PixverseInProcess
{
    /// <summary>Runs one command line to its end.</summary>
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(new SystemFiles(), arguments);

    /// <summary>The same with files of the test's own.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(IFiles files, string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var edges = SystemEdges.Open(CancellationToken.None) with
        {
            Output = output,
            Error = error,
            Terminal = TerminalFacts.None,
            Variable = static _ => null,
            Files = files,
        };
        return (await PixverseCommand.RunAsync(arguments, edges, Verbs.Create()), output.ToString(), error.ToString());
    }
}
