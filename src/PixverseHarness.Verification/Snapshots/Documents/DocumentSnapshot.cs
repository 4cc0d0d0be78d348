using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Snapshots.Exchanges;

namespace PixverseHarness.Verification.Snapshots.Documents;

/// <summary>
/// What the harness itself writes, as texts that are the same in every run: keys, request ids, loopback origins, UUIDs and
/// instants have names that keep identity, members stand in the order of their names.
/// </summary>
public static class DocumentSnapshot
{
    // As long as a real key; its letters are hexadecimal digits (section 2 of the facts sheet).
    private static readonly Regex Key = new(@"\bSG_[0-9a-fA-F]{16}\b", RegexOptions.NonBacktracking);

    private static readonly Regex LoopbackOrigin = new(@"https?://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?", RegexOptions.NonBacktracking);

    // Both forms of an id, where an answer or a path names one.
    private static readonly Regex RequestId = new(
        "(?:/requests/|\"request_id\": ?\")(?<id>[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>One finding as JSON.</summary>
    public static string ToJson(Finding finding)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, NormalJson.Form))
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("clause", finding.Clause);
            json.WriteString("severity", Word(finding.Severity));
            json.WriteString("class", Word(finding.Class));
            json.WriteString("message", finding.Message);
            json.WriteString("where", finding.Where);
            json.WriteString("expected", finding.Expected);
            json.WriteString("seen", finding.Seen);
            json.WriteString("curl", finding.Curl);
            json.WriteEndObject();
        }

        return Normal(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>
    /// A run document as JSON. The version of the tool is left open. What was measured stays: on a virtual clock it follows
    /// from the seed, and on a real one it belongs into no snapshot.
    /// </summary>
    public static string ToJson(RunDocument run) => Normal((run with { Run = run.Run with { ToolVersion = "tool_version" } }).ToJson());

    /// <summary>Any text, with names in the place of what differs from run to run.</summary>
    public static string Scrub(string text) => NamesIn(text).In(text);

    private static string Normal(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, NormalJson.Form))
        {
            NormalJson.Write(json, parsed.RootElement, NamesIn(document));
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static Placeholders NamesIn(string text)
    {
        var names = new Placeholders();
        Learn(names, "key", Key.Matches(text).Select(m => m.Value));
        Learn(names, "origin", LoopbackOrigin.Matches(text).Select(m => m.Value));
        Learn(names, "request", RequestId.Matches(text).Select(m => m.Groups["id"].Value));
        return names;
    }

    private static void Learn(Placeholders names, string kind, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            names.Learn(kind, value);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
