using System.Text;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Reporting.Markdown;

/// <summary>GitHub-flavoured Markdown, short enough for a step summary.</summary>
internal sealed class MarkdownExporter : IRunExporter
{
    // A step summary has a bound, and a reader another.
    private const int MostFindings = 50;

    private const string Special = "\\`*_{}[]()<>#+!|&~$";

    public string Format => "markdown";

    public string FileName => "report.md";

    public void Write(RunDocument run, HostDocument? host, TextWriter output)
    {
        output.NewLine = "\n";
        output.WriteLine($"## {Mark(run.Verdict.Result)} {Escape(run.Run.Name)}: {Figures.Name(run.Verdict.Result)}");
        output.WriteLine();
        if (run.Run.Description is { } description)
        {
            output.WriteLine(Escape(description));
            output.WriteLine();
        }

        foreach (var reason in Facts.Reasons(run))
        {
            output.WriteLine($"- {Escape(reason)}");
        }

        if (run.Verdict.Reasons.Length > 0)
        {
            output.WriteLine();
        }

        if (run.Verification is { } verification)
        {
            output.WriteLine(string.Join(" · ", Coverage.Headline(verification).Select(fact => $"**{fact.Value}** {fact.Name}")));
            output.WriteLine();
        }

        if (run.Measured is { } measured)
        {
            Table(output, ["headline", ""], Facts.Headline(measured).Select(fact => (string[])[fact.Name, fact.Line]));
        }

        Table(
            output,
            ["", "threshold", "n"],
            run.Thresholds.Select(result => (string[])[State(result.State), result.Sentence, Figures.Count(result.Samples)]));
        if (run.Measured is { } load)
        {
            WriteMeasured(load, host, output);
        }

        WriteFindings(run, output);
        if (run.Verification is { } looked)
        {
            WriteCoverage(looked, output);
        }

        foreach (var remark in run.Remarks)
        {
            output.WriteLine($"- {Figures.Name(remark.Weight)}: {Escape(remark.Sentence)}");
        }

        output.WriteLine();
        output.WriteLine(Escape(string.Join(" · ", Facts.Origin(run, host).Select(fact => $"{fact.Name} {fact.Line}"))));
        if (run.Measured is not null)
        {
            output.WriteLine();
            output.WriteLine(Figures.UnitOfTime(run));
        }
    }

    private static void WriteCoverage(VerificationDocument verification, TextWriter output)
    {
        output.WriteLine("<details><summary>Clauses by area</summary>");
        output.WriteLine();
        Table(
            output,
            ["area", "clauses", .. Coverage.Verdicts.Select(Figures.Name)],
            Coverage.ByArea(verification).Select(area => (string[])
            [
                area.Area, Figures.Count(area.Clauses.Length), .. Coverage.Verdicts.Select(verdict => Figures.Count(area.Count(verdict))),
            ]));
        Table(output, ["not looked at", "clauses", "because"], Coverage.Reasons(verification).Select(fact => (string[])[fact.Name, fact.Value, fact.Detail]));
        output.WriteLine("</details>");
        output.WriteLine();
    }

    private static void WriteFindings(RunDocument run, TextWriter output)
    {
        Table(
            output,
            ["", "clause", "finding", "where", "expected", "seen"],
            run.Findings.Take(MostFindings).Select(finding => (string[])
            [
                Mark(finding.Severity),
                finding.Clause ?? "",
                $"{finding.Message} ({finding.Id}, {Figures.Name(finding.Class)})",
                finding.Where,
                finding.Expected,
                finding.Seen,
            ]));
        if (run.Findings.Length > MostFindings)
        {
            output.WriteLine($"{Figures.Count(run.Findings.Length - MostFindings)} more findings are left out here: the JSON report has them all.");
            output.WriteLine();
        }
    }

    private static void WriteMeasured(MeasuredDocument run, HostDocument? host, TextWriter output)
    {
        Table(
            output,
            ["phase", "n", "open", "p50", "p90", "p95", "p99"],
            run.Phases.Select(phase => (string[])
            [
                $"{Figures.Name(phase.Phase)}, {Figures.Name(phase.Source)}",
                Figures.Count(phase.Samples),
                Figures.Count(phase.Censored),
                .. phase.Percentiles.Select(estimate => $"{Figures.Percentile(estimate)} {Figures.Interval(estimate)}".TrimEnd()),
            ]));
        Table(output, [.. CohortTable.Head], run.Cohorts.Length < 2 ? [] : run.Cohorts.Select(CohortTable.Row));
        Table(
            output,
            ["outcome", "jobs", "share", "causes"],
            run.Outcomes.Select(entry => (string[])
            [
                Figures.Name(entry.Outcome),
                Figures.Count(entry.Count),
                Figures.Share(entry.Count, run.Arrivals),
                string.Join(", ", run.Causes.Where(cause => cause.Outcome == entry.Outcome).Select(cause => $"{cause.Cause} {Figures.Count(cause.Count)}")),
            ]));
        Table(output, ["trust", ""], Facts.Trust(run, host?.Generator).Select(fact => (string[])[fact.Name, fact.Line]));
    }

    private static void Table(TextWriter output, string[] head, IEnumerable<string[]> rows)
    {
        var body = rows.ToArray();
        if (body.Length == 0)
        {
            return;
        }

        output.WriteLine($"| {string.Join(" | ", head)} |");
        output.WriteLine($"|{string.Concat(head.Select((_, column) => column == 0 ? " --- |" : " :--- |"))}");
        foreach (var row in body)
        {
            output.WriteLine($"| {string.Join(" | ", row.Select(Escape))} |");
        }

        output.WriteLine();
    }

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "✅",
        Verdict.Failed => "❌",
        _ => "⚠️",
    };

    private static string Mark(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "❌ error",
        FindingSeverity.Warning => "⚠️ warning",
        _ => "note",
    };

    private static string State(ThresholdState state) => state switch
    {
        ThresholdState.Kept => $"✅ {Figures.Name(state)}",
        ThresholdState.TooFewSamples => $"⚠️ {Figures.Name(state)}",
        _ => $"❌ {Figures.Name(state)}",
    };

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when char.IsControl(letter) => escaped.Append(' '),
                _ when Special.Contains(letter, StringComparison.Ordinal) => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
