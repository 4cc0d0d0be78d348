using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Reporting.Text;

/// <summary>A report for a terminal of 120 columns, without colours.</summary>
internal sealed class TextExporter : IRunExporter
{
    public string Format => "text";

    public string FileName => "report.txt";

    public void Write(RunDocument run, HostDocument? host, TextWriter output)
    {
        output.NewLine = "\n";
        output.WriteLine($"{Figures.Name(run.Verdict.Result)}  {Plain.OneLine(run.Run.Name)}");
        if (run.Run.Description is { } description)
        {
            output.WriteLine($"  {Plain.OneLine(description)}");
        }

        foreach (var reason in Facts.Reasons(run))
        {
            output.WriteLine($"  ! {Plain.OneLine(reason)}");
        }

        output.WriteLine();
        if (run.Measured is { } measured)
        {
            WriteFacts("Headline", Facts.Headline(measured), output);
        }

        WriteThresholds(run, output);
        if (run.Measured is { } load)
        {
            WritePhases(load, output);
            WriteCohorts(load, output);
            WriteOutcomes(load, output);
            WriteRequests(load, output);
            WriteFacts("Trust", Facts.Trust(load, host?.Generator), output);
        }

        foreach (var remark in run.Remarks)
        {
            output.WriteLine($"  {Figures.Name(remark.Weight)}: {Plain.OneLine(remark.Sentence)}");
        }

        if (!run.Remarks.IsEmpty)
        {
            output.WriteLine();
        }

        WriteFindings(run, output);
        if (run.Verification is { } verification)
        {
            WriteCoverage(verification, output);
        }

        WriteFacts("Run", Facts.Origin(run, host), output);
        if (run.Measured is not null)
        {
            output.WriteLine(Figures.UnitOfTime(run));
        }
    }

    private static void WriteThresholds(RunDocument run, TextWriter output)
    {
        if (run.Thresholds.IsEmpty)
        {
            return;
        }

        output.WriteLine("Thresholds");
        foreach (var threshold in run.Thresholds)
        {
            output.WriteLine($"  {(Figures.Name(threshold.State) + ":").PadRight(16)} {Plain.OneLine(threshold.Sentence)}");
        }

        output.WriteLine();
    }

    private static void WritePhases(MeasuredDocument run, TextWriter output)
    {
        output.WriteLine("Phases (completed jobs; jobs that outlived the run count as longer)");
        var table = new TextTable("phase", "n", "open", "p50", "95 %", "p90", "p95", "95 %", "p99");
        foreach (var phase in run.Phases)
        {
            var p = phase.Percentiles;
            table.Add(
                $"{Figures.Name(phase.Phase)}, {Figures.Name(phase.Source)}",
                Figures.Count(phase.Samples),
                Figures.Count(phase.Censored),
                Figures.Percentile(p[0]),
                Figures.Interval(p[0]),
                Figures.Percentile(p[1]),
                Figures.Percentile(p[2]),
                Figures.Interval(p[2]),
                Figures.Percentile(p[3]));
        }

        table.WriteTo(output);
    }

    private static void WriteCohorts(MeasuredDocument run, TextWriter output)
    {
        if (run.Cohorts.Length < 2)
        {
            return;
        }

        output.WriteLine("Submit cohorts, end to end");
        var table = new TextTable([.. CohortTable.Head]);
        foreach (var cohort in run.Cohorts)
        {
            table.Add([.. CohortTable.Row(cohort).Select(Plain.OneLine)]);
        }

        table.WriteTo(output);
    }

    private static void WriteOutcomes(MeasuredDocument run, TextWriter output)
    {
        output.WriteLine("Outcomes");
        var table = new TextTable("outcome", "jobs", "share");
        foreach (var entry in run.Outcomes)
        {
            table.Add(Figures.Name(entry.Outcome), Figures.Count(entry.Count), Figures.Share(entry.Count, run.Arrivals));
            foreach (var cause in run.Causes.Where(cause => cause.Outcome == entry.Outcome))
            {
                table.Add($"  {Plain.OneLine(cause.Cause)}", Figures.Count(cause.Count), "");
            }
        }

        table.WriteTo(output);
    }

    private static void WriteRequests(MeasuredDocument run, TextWriter output)
    {
        output.WriteLine("Requests");
        var table = new TextTable("operation and answer", "requests", "mean", "most");
        foreach (var request in run.Requests.Where(request => request.Durations.Count > 0))
        {
            var times = request.Durations;
            table.Add(request.Operation.ToTag(), Figures.Count(times.Count), Figures.Duration(times.Mean), Figures.Duration(times.Maximum));
            foreach (var answer in request.Answers)
            {
                table.Add($"  {Plain.OneLine(answer.Name)}", Figures.Count(answer.Count), "", "");
            }
        }

        table.WriteTo(output);
    }

    private static void WriteFindings(RunDocument run, TextWriter output)
    {
        if (run.Findings.IsEmpty)
        {
            return;
        }

        output.WriteLine("Findings");
        foreach (var finding in run.Findings)
        {
            var clause = finding.Clause is { } id ? $"{Plain.OneLine(id)}  " : "";
            output.WriteLine($"  {finding.Severity.ToString().ToLowerInvariant()}  {clause}{Plain.OneLine(finding.Message)}");
            output.WriteLine($"    where    {Plain.OneLine(finding.Where)}");
            output.WriteLine($"    expected {Plain.OneLine(finding.Expected)}");
            output.WriteLine($"    seen     {Plain.OneLine(finding.Seen)}");
            if (finding.Curl is { } curl)
            {
                output.WriteLine($"    again    {Plain.OneLine(curl)}");
            }

            output.WriteLine($"    id       {Plain.OneLine(finding.Id)}, {Figures.Name(finding.Class)}");
        }

        output.WriteLine();
    }

    private static void WriteCoverage(VerificationDocument verification, TextWriter output)
    {
        WriteFacts("Clauses", Coverage.Headline(verification), output);
        output.WriteLine("Coverage");
        var table = new TextTable(["area", "clauses", .. Coverage.Verdicts.Select(Figures.Name)]);
        foreach (var area in Coverage.ByArea(verification))
        {
            table.Add([Plain.OneLine(area.Area), Figures.Count(area.Clauses.Length), .. Coverage.Verdicts.Select(verdict => Figures.Count(area.Count(verdict)))]);
        }

        table.WriteTo(output);
        WriteFacts("Not looked at", Coverage.Reasons(verification), output);
        WriteFacts("Open questions, and what was seen", Coverage.Observations(verification), output);
    }

    private static void WriteFacts(string title, IEnumerable<Fact> facts, TextWriter output)
    {
        var shown = facts.ToArray();
        if (shown.Length == 0)
        {
            return;
        }

        output.WriteLine(title);
        var width = shown.Max(fact => fact.Name.Length);
        foreach (var fact in shown)
        {
            output.WriteLine($"  {Plain.OneLine(fact.Name).PadRight(width)}  {Plain.OneLine(fact.Line)}");
        }

        output.WriteLine();
    }
}
