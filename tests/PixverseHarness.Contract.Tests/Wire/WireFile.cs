using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.TestKit;

namespace PixverseHarness.Contract.Tests.Wire;

/// <summary>One hand-typed wire example from this folder.</summary>
internal sealed record WireFile(string Name, JsonElement Json)
{
    private const string Folder = "tests/PixverseHarness.Contract.Tests/Wire";

    public static IEnumerable<string> AllNames =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(Folder), "*.json").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    public static WireFile Open(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.Combine($"{Folder}/{name}.json")));
        return new WireFile(name, document.RootElement.Clone());
    }

    public T Read<T>(JsonTypeInfo<T> type) => Json.Deserialize(type)!;

    /// <summary>
    /// Holds what a model writes against what it read: every member kept with its value, and nothing added except nulls
    /// for members that were absent.
    /// </summary>
    public static void AssertKept(JsonElement before, JsonElement after, string path = "$")
    {
        if (before.ValueKind != JsonValueKind.Object || after.ValueKind != JsonValueKind.Object)
        {
            Assert.True(JsonElement.DeepEquals(before, after), $"{path} was {before.GetRawText()} and is {after.GetRawText()}.");
            return;
        }

        foreach (var member in before.EnumerateObject())
        {
            Assert.True(after.TryGetProperty(member.Name, out var value), $"{path}.{member.Name} is lost.");
            AssertKept(member.Value, value, $"{path}.{member.Name}");
        }

        foreach (var member in after.EnumerateObject().Where(m => !before.TryGetProperty(m.Name, out _)))
        {
            Assert.True(member.Value.ValueKind == JsonValueKind.Null, $"{path}.{member.Name} is new: {member.Value.GetRawText()}.");
        }
    }
}
