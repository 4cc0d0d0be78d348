using System.Collections.Immutable;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Load;
using PixverseHarness.Reporting;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Verify;

/// <summary>Writes the report files of a verification, and its lines in the step summary of a CI that names one.</summary>
/// <param name="context">The files.</param>
/// <param name="asked">Lists of formats.</param>
/// <param name="folder">Where the files go.</param>
internal sealed class ReportFiles(VerbContext context, IEnumerable<string> asked, string folder)
{
    /// <summary>Where files go unless the user says otherwise.</summary>
    public const string UsualFolder = "reports/runs/verify";

    private const string ShortMarkdown = "md";

    private readonly string[] _formats =
        [.. asked.SelectMany(list => list.Split(',')).Select(f => f == ShortMarkdown ? "markdown" : f).Distinct(StringComparer.Ordinal)];

    /// <summary>The formats that can be asked for.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. RunExporters.All.Select(e => e.Format), ShortMarkdown];

    /// <summary>Writes what was asked for.</summary>
    /// <param name="run">What was learned.</param>
    /// <param name="scripts">A script for each finding, by its id.</param>
    /// <exception cref="Messages.FaultException">A file cannot be written.</exception>
    public void Write(RunDocument run, IReadOnlyDictionary<string, string> scripts)
    {
        RunFolder.AppendSummary(run, host: null, context);
        if (_formats.Length == 0)
        {
            return;
        }

        foreach (var (id, script) in scripts)
        {
            RunFolder.WriteFile(context.CreateFile($"{folder}/{Script(id)}"), script);
        }

        var document = run with
        {
            Findings = [.. run.Findings.Select(f => scripts.ContainsKey(f.Id) ? f with { Script = Script(f.Id) } : f)],
        };
        foreach (var exporter in _formats.Select(f => RunExporters.Find(f)!))
        {
            var path = $"{folder}/{exporter.FileName}";
            RunFolder.WriteFile(context.CreateFile(path), exporter.Render(document));
            context.Error.WriteLine($"wrote {path}");
        }
    }

    private static string Script(string id) => $"repro/{id}.sh";
}
