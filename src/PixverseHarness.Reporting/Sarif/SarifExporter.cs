using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting.Sarif;

/// <summary>SARIF 2.1.0 (OASIS): one result a finding, one rule a clause. A load run has no findings and gives an empty list.</summary>
internal sealed class SarifExporter : IRunExporter
{
    public string Format => "sarif";

    public string FileName => "findings.sarif";

    public void Write(RunDocument run, HostDocument? host, TextWriter output)
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            WriteLog(json, run);
        }

        output.Write(Encoding.UTF8.GetString(bytes.ToArray()));
        output.Write('\n');
    }

    private static void WriteLog(Utf8JsonWriter json, RunDocument run)
    {
        var rules = run.Findings.Select(Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PixverseHarness");
        json.WriteString("semanticVersion", run.Run.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in run.Findings)
        {
            WriteResult(json, finding, Array.IndexOf(rules, Rule(finding)));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", Rule(finding));
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Severity.ToString().ToLowerInvariant());
        json.WriteStartObject("message");
        json.WriteString("text", $"{finding.Message} Expected {finding.Expected}, seen {finding.Seen}.");
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Where);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("findingId/v1", finding.Id);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("class", finding.Class.ToString());
        json.WriteString("expected", finding.Expected);
        json.WriteString("seen", finding.Seen);
        if (finding.Curl is { } curl)
        {
            json.WriteString("curl", curl);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Rule(Finding finding) => finding.Clause ?? finding.Id;
}
