using System.Text.Json.Nodes;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>Small pieces that every part of the document is made of.</summary>
internal static class Nodes
{
    /// <summary>An array of nodes.</summary>
    public static JsonArray List(params IEnumerable<JsonNode> nodes) => [.. nodes];

    /// <summary>An array of strings.</summary>
    public static JsonArray Texts(params IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];

    /// <summary>A reference to a schema of this document.</summary>
    public static JsonObject Schema(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    /// <summary>The value of an <c>x-evidence</c>.</summary>
    public static JsonObject Evidence(Evidence evidence) => new()
    {
        ["source"] = evidence.Source,
        ["section"] = evidence.Section,
        ["confidence"] = evidence.Confidence == Confidence.SecondHand ? "second-hand" : evidence.Confidence.ToString().ToLowerInvariant(),
    };

    /// <summary>The value of an <c>x-evidence</c> that rests on clauses, the first of which decides.</summary>
    public static JsonObject Evidence(string clause, params IEnumerable<string> more)
    {
        var evidence = Evidence(EvidenceOf(clause));
        evidence["clauses"] = Texts([clause, .. more]);
        return evidence;
    }

    /// <summary>What a clause rests on.</summary>
    private static Evidence EvidenceOf(string clause) =>
        ClauseCatalogue.Find(clause)?.Evidence ?? throw new InvalidOperationException($"There is no clause '{clause}'.");
}
