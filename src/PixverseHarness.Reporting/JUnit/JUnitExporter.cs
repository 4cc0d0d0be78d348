using System.Globalization;
using System.Xml;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Reporting.JUnit;

/// <summary>
/// JUnit XML for CI systems: one test case a threshold, an honesty remark that spoils the run, and a finding. What proves
/// nothing is an error, what is broken is a failure.
/// </summary>
internal sealed class JUnitExporter : IRunExporter
{
    public string Format => "junit";

    public string FileName => "junit.xml";

    public void Write(RunDocument run, HostDocument? host, TextWriter output)
    {
        var cases = Cases(run).ToArray();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(run.Run.Name));
            xml.WriteAttributeString("tests", Text(cases.Length));
            xml.WriteAttributeString("failures", Text(cases.Count(entry => entry.Kind == "failure")));
            xml.WriteAttributeString("errors", Text(cases.Count(entry => entry.Kind == "error")));
            xml.WriteAttributeString("time", Seconds(run));
            foreach (var entry in cases)
            {
                WriteCase(xml, run.Run.Name, entry);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static IEnumerable<Case> Cases(RunDocument run)
    {
        foreach (var threshold in run.Thresholds)
        {
            var kind = threshold.State switch
            {
                ThresholdState.Kept => null,
                ThresholdState.TooFewSamples => "error",
                _ => "failure",
            };
            yield return new Case($"threshold {threshold.Threshold}", kind, threshold.Sentence);
        }

        foreach (var remark in run.Remarks.Where(remark => remark.Weight >= RemarkWeight.ProvesNothing))
        {
            yield return new Case($"honesty {remark.Trouble}", "error", remark.Sentence);
        }

        foreach (var finding in run.Findings)
        {
            yield return new Case(
                $"finding {finding.Id}",
                finding.Severity == FindingSeverity.Error ? "failure" : null,
                $"{finding.Message}\nwhere: {finding.Where}\nexpected: {finding.Expected}\nseen: {finding.Seen}");
        }

        yield return new Case("verdict", run.Verdict.Result == Verdict.Inconclusive ? "error" : null, string.Join('\n', run.Verdict.Reasons));
    }

    private static void WriteCase(XmlWriter xml, string suite, Case entry)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(suite));
        xml.WriteAttributeString("name", Clean(entry.Name));
        if (entry.Kind is { } kind)
        {
            xml.WriteStartElement(kind);
            xml.WriteAttributeString("message", Clean(entry.Words.Split('\n')[0]));
            xml.WriteString(Clean(entry.Words));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML 1.0 has no way to write most control characters.
    private static string Clean(string text) =>
        string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));

    private static string Seconds(RunDocument run) =>
        ((run.Measured?.DurationUs ?? 0) / 1e6).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Case(string Name, string? Kind, string Words);
}
