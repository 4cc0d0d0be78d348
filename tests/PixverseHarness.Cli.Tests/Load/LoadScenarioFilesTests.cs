using NJsonSchema;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.Messages;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class LoadScenarioFilesTests
{
    private const string SchemaPath = "scenarios/load.schema.json";

    /// <summary>The committed load scenarios: those that name the schema.</summary>
    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("scenarios"), "*.json", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal) && File.ReadAllText(f).Contains("load.schema.json", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Schema_Committed_IsThatOfTheTypes() =>
        Assert.Equal(LoadScenarioSchema.Text(), await File.ReadAllTextAsync(RepositoryRoot.Combine(SchemaPath)));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_Committed_MeetsTheSchemaAndIsNamedAfterItsFile(string file)
    {
        var path = RepositoryRoot.Combine(file);
        var schema = await JsonSchema.FromFileAsync(RepositoryRoot.Combine(SchemaPath));

        var scenario = LoadScenarioReader.Parse(file, await File.ReadAllBytesAsync(path));

        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(path)));
        Assert.EndsWith(".", scenario.Purpose, StringComparison.Ordinal);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), scenario.Name);
        Assert.Equal("../load.schema.json", scenario.Schema);
    }

    [Theory]
    [InlineData("""{"zzz":1}""", "")]
    [InlineData("""{"polls":{"zzz":1}}""", "polls")]
    [InlineData("""{"budget":{"zzz":1}}""", "budget")]
    [InlineData("""{"breakpoint":{"zzz":1}}""", "breakpoint")]
    public async Task Schema_Members_AreThoseThatTheReaderKnows(string json, string section)
    {
        var root = await JsonSchema.FromFileAsync(RepositoryRoot.Combine(SchemaPath));
        var schema = section.Length == 0 ? root : root.Properties[section];

        var refused = Assert.Throws<FaultException>(() => LoadScenarioReader.Parse("x.json", System.Text.Encoding.UTF8.GetBytes(json)));

        var known = Assert.Single(refused.Faults, f => f.What.Contains("\"zzz\"", StringComparison.Ordinal)).Allowed;
        Assert.Equal(schema.Properties.Keys.Order(StringComparer.Ordinal), known.Distinct().Order(StringComparer.Ordinal));
    }
}
