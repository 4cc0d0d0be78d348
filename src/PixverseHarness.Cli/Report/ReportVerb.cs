using System.Collections.Immutable;
using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Reporting;
using PixverseHarness.Results.Comparison;

namespace PixverseHarness.Cli.Report;

/// <summary><c>pixverse report</c>: renders a run again, or holds one against another.</summary>
internal sealed class ReportVerb : Verb
{
    private const string Compare = "compare";
    private static readonly string[] Formats = [.. RunExporters.All.Select(e => e.Format)];

    private readonly Argument<string[]> _words = new("RUN")
    {
        HelpName = "RUN | compare BASE NEW",
        Description = "Folders of runs, or their run.json.",
        Arity = new ArgumentArity(1, 3),
    };

    private readonly Option<string?> _format = OptionOf.Word("--format", string.Join('|', Formats), "Format of the report. Default text.", Formats);

    private readonly Option<string?> _out = OptionOf.Text("--out", "FILE", "Where the report goes. Default: standard output.");

    /// <summary>Declares the verb.</summary>
    public ReportVerb()
        : base("report", "Renders a run in any format, or compares two runs and says whether the new one is worse.")
    {
        Arguments.Add(_words);
        Options.Add(_format);
        Options.Add(_out);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse report reports/runs/submit-poll-1 --format sarif --out run.sarif", "The findings of a run for a code scanner."),
        new("pixverse report compare reports/baseline reports/runs/steady-1", "Exits with 113 when the new run is worse than chance explains."),
    ];

    /// <inheritdoc/>
    /// <exception cref="FaultException">A run cannot be read, or the words do not fit.</exception>
    public override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken) => Task.FromResult(context.Get(_words) switch
    {
        [Compare, var before, var after] => CompareRuns(context, StoredRun.Read(before, context), StoredRun.Read(after, context)),
        [not Compare and var run] => Render(context, StoredRun.Read(run, context)),
        _ => throw new FaultException(new Fault(GeneralMessages.MissingArgument, "pixverse report needs RUN, or compare BASE NEW")),
    });

    private int Render(VerbContext context, StoredRun stored)
    {
        var exporter = RunExporters.Find(context.Get(_format) ?? (context.IsJson ? "json" : "text"))!;
        Write(context, exporter.Render(stored.Run, stored.Host));
        return ExitCodes.Ok;
    }

    private int CompareRuns(VerbContext context, StoredRun before, StoredRun after)
    {
        if (before.Run.Measured is null || after.Run.Measured is null)
        {
            throw new FaultException(new Fault(ReportMessages.NotComparable, "one of the runs measured nothing"));
        }

        var asJson = context.Get(_format) switch
        {
            null => context.IsJson,
            "json" => true,
            "text" => false,
            var other => throw OptionOf.NotOneOf("--format", other, ["text", "json"]),
        };
        var comparison = RunComparison.Of(before.Run, after.Run);
        Write(context, asJson ? comparison.ToJson() : Text(comparison));
        return comparison.State switch
        {
            ComparisonState.Regressed => ExitCodes.Regression,
            ComparisonState.Inconclusive => ExitCodes.Inconclusive,
            _ => ExitCodes.Ok,
        };
    }

    private static string Text(RunComparison comparison)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        ComparisonReport.Write(comparison, text);
        return text.ToString();
    }

    private void Write(VerbContext context, string report)
    {
        if (context.Get(_out) is { } file)
        {
            RunFolder.WriteFile(context.CreateFile(file), report);
        }
        else
        {
            context.Output.Write(report);
        }
    }
}
