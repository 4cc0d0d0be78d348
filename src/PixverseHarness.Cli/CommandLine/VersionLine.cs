using System.CommandLine;
using System.CommandLine.Invocation;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>What <c>--version</c> prints.</summary>
internal sealed class VersionLine(ProcessEdges edges) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        edges.Output.WriteLine($"pixverse {PixverseCommand.Version}");
        return ExitCodes.Ok;
    }
}
