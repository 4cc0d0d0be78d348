using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Reporting;
using PixverseHarness.Results.Documents;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Verify;

/// <summary>Writes the report files of a verification.</summary>
internal sealed class ReportFiles(VerbContext context)
{
    /// <summary>The formats that can be asked for.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. RunExporters.All.Select(e => e.Format), "md"];

    /// <summary>Writes what was asked for.</summary>
    /// <param name="result">What was learned.</param>
    /// <param name="kind">What the target is.</param>
    /// <param name="asked">Lists of formats.</param>
    /// <param name="folder">Where the files go.</param>
    public void Write(SuiteResult result, Verification.Targets.TargetKind kind, IEnumerable<string> asked, string folder)
    {
        var formats = asked.SelectMany(a => a.Split(',')).Select(f => f == "md" ? "markdown" : f).Distinct(StringComparer.Ordinal).ToArray();
        if (formats.Length == 0)
        {
            return;
        }

        var document = ToDocument(result, kind);
        foreach (var format in formats)
        {
            var exporter = RunExporters.Find(format)!;
            var path = $"{folder}/{exporter.FileName}";
            using (var stream = context.CreateFile(path))
            using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            {
                exporter.Write(document, host: null, writer);
            }

            context.Error.WriteLine($"wrote {path}");
        }

        foreach (var (id, script) in result.Scripts)
        {
            using var stream = context.CreateFile($"{folder}/repro/{id}.sh");
            stream.Write(Encoding.UTF8.GetBytes(script));
        }
    }

    private static RunDocument ToDocument(SuiteResult result, Verification.Targets.TargetKind kind) => RunDocument.Conclude(
        new RunHeader
        {
            Kind = RunKind.Verification,
            Name = "contract",
            Description = $"{result.Target} against the {result.Profile} profile",
            Seed = unchecked((long)result.Seed),
            ToolVersion = PixverseCommand.Version,
            Target = kind switch
            {
                Verification.Targets.TargetKind.Live => TargetKind.Live,
                _ when result.Target.StartsWith("http", StringComparison.Ordinal) => TargetKind.Url,
                _ => TargetKind.Simulator,
            },
        },
        result.Findings,
        result.Count(ClauseVerdict.Held) + result.Count(ClauseVerdict.Violated));
}
