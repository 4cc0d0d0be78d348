using System.Text;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Reporting;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Load;

/// <summary>The files of a run: its documents, and the reports rendered from them.</summary>
internal static class RunFolder
{
    /// <summary>The run document.</summary>
    public const string RunFile = "run.json";

    /// <summary>The host document.</summary>
    public const string HostFile = "host.json";

    private const string SummaryVariable = "GITHUB_STEP_SUMMARY";
    private static readonly string[] Formats = ["text", "html", "markdown", "junit"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where the reports of a run go by default.</summary>
    public static string Usual(string name, ulong seed) =>
        FormattableString.Invariant($"reports/runs/{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'))}-{seed}");

    /// <summary>Writes everything, and appends the Markdown report to the step summary of a CI that names one.</summary>
    /// <exception cref="Messages.FaultException">A file cannot be written.</exception>
    public static void Write(string folder, RunDocument run, HostDocument host, VerbContext context)
    {
        WriteFile(context.CreateFile(Path.Combine(folder, RunFile)), run.ToJson());
        WriteFile(context.CreateFile(Path.Combine(folder, HostFile)), host.ToJson());
        foreach (var exporter in Formats.Select(f => RunExporters.Find(f)!))
        {
            WriteFile(context.CreateFile(Path.Combine(folder, exporter.FileName)), exporter.Render(run, host));
        }

        AppendSummary(run, host, context);
    }

    /// <summary>Appends the Markdown report to the step summary of a CI that names one in <c>GITHUB_STEP_SUMMARY</c>.</summary>
    /// <exception cref="Messages.FaultException">The file cannot be written.</exception>
    public static void AppendSummary(RunDocument run, HostDocument? host, VerbContext context)
    {
        if (context.Edges.Variable(SummaryVariable) is { Length: > 0 } summary)
        {
            WriteFile(context.AppendFile(summary), RunExporters.Find("markdown")!.Render(run, host));
        }
    }

    /// <summary>Writes a text as UTF-8 and closes the file.</summary>
    public static void WriteFile(Stream file, string text)
    {
        using var writer = new StreamWriter(file, Utf8);
        writer.Write(text);
    }
}
