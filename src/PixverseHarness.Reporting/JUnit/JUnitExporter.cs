using System.Globalization;
using System.Xml;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Reporting.JUnit;

/// <summary>
/// JUnit XML for CI systems: one test case a clause (in one suite for each part of the contract), a threshold, an honesty
/// remark that spoils the run, and a finding that no clause covers. What is broken is a failure, what proves nothing an
/// error, what was not looked at is skipped with its reason.
/// </summary>
internal sealed class JUnitExporter : IRunExporter
{
    public string Format => "junit";

    public string FileName => "junit.xml";

    public void Write(RunDocument run, HostDocument? host, TextWriter output)
    {
        var suites = Suites(run).Where(suite => suite.Cases.Length > 0).ToArray();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Clean(run.Run.Name));
            WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            xml.WriteAttributeString("time", Seconds(run));
            foreach (var suite in suites)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Clean(suite.Name));
                WriteCounts(xml, suite.Cases);
                xml.WriteAttributeString("time", suite.Name == run.Run.Name ? Seconds(run) : "0");
                foreach (var entry in suite.Cases)
                {
                    WriteCase(xml, suite.Name, entry);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static IEnumerable<Suite> Suites(RunDocument run)
    {
        if (run.Verification is { } verification)
        {
            foreach (var area in Coverage.ByArea(verification))
            {
                yield return new Suite($"{run.Run.Name}.{area.Area}", [.. Clauses(run, area)]);
            }
        }

        yield return new Suite(run.Run.Name, [.. Others(run)]);
    }

    // A clause of another profile is no part of what was to be checked.
    private static IEnumerable<Case> Clauses(RunDocument run, AreaCoverage area) =>
        from clause in area.Clauses
        where clause.Verdict != ClauseVerdict.OtherProfile
        let findings = run.Findings.Where(finding => finding.Clause == clause.Id).Select(Words)
        let words = string.Join("\n\n", [.. findings, .. clause.Observations])
        let kind = clause.Verdict switch
        {
            ClauseVerdict.Violated => "failure",
            ClauseVerdict.NotChecked or ClauseVerdict.NotCheckable => "skipped",
            _ => null,
        }
        select new Case($"{clause.Id} {clause.Sentence}", kind, kind == "skipped" ? clause.Reason ?? "" : words);

    private static IEnumerable<Case> Others(RunDocument run)
    {
        foreach (var threshold in run.Thresholds)
        {
            var kind = threshold.State switch
            {
                ThresholdState.Kept => null,
                ThresholdState.TooFewSamples => "error",
                _ => "failure",
            };
            yield return new Case($"threshold {threshold.Threshold}", kind, kind is null ? "" : threshold.Sentence);
        }

        foreach (var remark in run.Remarks.Where(remark => remark.Weight >= RemarkWeight.ProvesNothing))
        {
            yield return new Case($"honesty {remark.Trouble}", "error", remark.Sentence);
        }

        foreach (var finding in run.Findings.Where(finding => Coverage.Of(run, finding) is null))
        {
            yield return new Case($"finding {finding.Id}", finding.Severity == FindingSeverity.Error ? "failure" : null, Words(finding));
        }

        yield return new Case("verdict", run.Verdict.Result == Verdict.Inconclusive ? "error" : null, string.Join('\n', Facts.Reasons(run)));
    }

    private static string Words(Finding finding) =>
        $"{finding.Message}\nwhere: {finding.Where}\nexpected: {finding.Expected}\nseen: {finding.Seen}\nagain: {finding.Curl}\nid: {finding.Id}";

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<Case> cases)
    {
        xml.WriteAttributeString("tests", Text(cases.Count));
        xml.WriteAttributeString("failures", Text(cases.Count(entry => entry.Kind == "failure")));
        xml.WriteAttributeString("errors", Text(cases.Count(entry => entry.Kind == "error")));
        xml.WriteAttributeString("skipped", Text(cases.Count(entry => entry.Kind == "skipped")));
    }

    private static void WriteCase(XmlWriter xml, string suite, Case entry)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(suite));
        xml.WriteAttributeString("name", Clean(entry.Name));
        xml.WriteAttributeString("time", "0");
        if (entry.Kind is { } kind)
        {
            xml.WriteStartElement(kind);
            xml.WriteAttributeString("message", Clean(entry.Words.Split('\n')[0]));
            if (kind != "skipped")
            {
                xml.WriteAttributeString("type", kind);
                xml.WriteString(Clean(entry.Words));
            }

            xml.WriteEndElement();
        }
        else if (entry.Words.Length > 0)
        {
            xml.WriteElementString("system-out", Clean(entry.Words));
        }

        xml.WriteEndElement();
    }

    // XML 1.0 has no way to write most control characters.
    private static string Clean(string text) =>
        string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));

    private static string Seconds(RunDocument run) =>
        ((run.Measured?.DurationUs ?? 0) / 1e6).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Suite(string Name, Case[] Cases);

    private sealed record Case(string Name, string? Kind, string Words);
}
