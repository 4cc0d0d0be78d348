using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting.Sarif;

/// <summary>
/// SARIF 2.1.0 (OASIS): one result a finding, one rule a clause that has any. The fingerprint is the finding's id, which is
/// the same in every run. A load run has no findings and gives an empty list.
/// </summary>
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
            WriteRule(json, rule, run.Verification?.Clauses.FirstOrDefault(clause => clause.Id == rule));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteInvocation(json, run);
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

    // A run that proves nothing has no results, and must not look like a clean one.
    private static void WriteInvocation(Utf8JsonWriter json, RunDocument run)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", run.Verdict.Result != Verdict.Inconclusive);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var remark in run.Remarks)
        {
            json.WriteStartObject();
            json.WriteString("level", remark.Weight == RemarkWeight.Note ? "note" : "error");
            WriteText(json, "message", remark.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, string id, ClauseDocument? clause)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (clause is not null)
        {
            WriteText(json, "shortDescription", clause.Sentence);
            WriteText(json, "fullDescription", $"{clause.Sentence} Known: {clause.Source}.");
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(clause.Area);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", Rule(finding));
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Severity.ToString().ToLowerInvariant());
        WriteText(json, "message", $"{finding.Message} Expected {finding.Expected}, seen {finding.Seen}.");
        WriteLocation(json, finding);
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

    // Code scanning asks for a file: the nearest to one is the script that shows the finding.
    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (finding.Script is { } script)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Address(script));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", 1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Where);
        json.WriteString("kind", "operation");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Address(string path) => string.Join('/', path.Split('/', '\\').Select(Uri.EscapeDataString));

    private static string Rule(Finding finding) => finding.Clause ?? finding.Id;
}
