using System.Text;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Report;

/// <summary>A run read back from its folder.</summary>
/// <param name="Run">The run document.</param>
/// <param name="Host">The host document beside it; null where there is none.</param>
internal sealed record StoredRun(RunDocument Run, HostDocument? Host)
{
    /// <summary>Reads a run.</summary>
    /// <param name="path">Its folder, or its run document.</param>
    /// <param name="context">The files.</param>
    /// <exception cref="FaultException">There is no such file (PXH0201), or it is not a run document (PXH0901).</exception>
    public static StoredRun Read(string path, VerbContext context)
    {
        var file = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? path : Path.Combine(path, RunFolder.RunFile);
        var host = Path.Combine(Path.GetDirectoryName(file) ?? "", RunFolder.HostFile);
        return new StoredRun(
            Parse(file, RunDocument.FromJson, context),
            context.Edges.Files.Exists(host) ? Parse(host, HostDocument.FromJson, context) : null);
    }

    private static T Parse<T>(string file, Func<string, T> parse, VerbContext context)
    {
        var json = Encoding.UTF8.GetString(context.ReadFile(file));
        try
        {
            return parse(json);
        }
        catch (JsonException unreadable)
        {
            throw new FaultException(new Fault(ReportMessages.NoRun, unreadable.Message.Split(" Path:")[0].TrimEnd('.')) { Where = file });
        }
    }
}
