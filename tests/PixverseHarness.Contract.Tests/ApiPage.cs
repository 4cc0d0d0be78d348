using System.Text.Json;
using PixverseHarness.TestKit;

namespace PixverseHarness.Contract.Tests;

/// <summary>The API page as a person typed it: what the contract is held against, and never made from it.</summary>
internal static class ApiPage
{
    private static readonly JsonDocument Document = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.Combine("tests/oracle/api-page.json")));

    public static JsonElement Root => Document.RootElement;

    public static JsonElement Get(string path) =>
        path.Split('.').Aggregate(Root, (element, name) => element.GetProperty(name));

    public static IEnumerable<JsonElement> All(string path) => Get(path).EnumerateArray();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>A value as it stands in JSON, without quotes; null for JSON null and for an absent member.</summary>
    public static string? Plain(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
