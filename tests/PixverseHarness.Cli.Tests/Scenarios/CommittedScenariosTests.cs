using NJsonSchema;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Scenarios;

public sealed class CommittedScenariosTests
{
    private const string SchemaPath = "scenarios/scenario.schema.json";

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("scenarios"), "*.json", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(RepositoryRoot.Path, f))
            .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal) && !File.ReadAllText(RepositoryRoot.Combine(f)).Contains("load.schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_Committed_MeetsTheSchemaAndTheReaderAndSaysItsPurpose(string file)
    {
        var json = await File.ReadAllTextAsync(RepositoryRoot.Combine(file));
        var schema = await SchemaAsync();

        var scenario = ScenarioFile.Parse(file, await File.ReadAllBytesAsync(RepositoryRoot.Combine(file)));

        Assert.Empty(schema.Validate(json));
        Assert.EndsWith(".", scenario.Purpose, StringComparison.Ordinal);
        Assert.Matches("\"\\$schema\": \"(\\.\\./)+scenario.schema.json\"", json);
        Assert.Contains($"\"name\": \"{Path.GetFileNameWithoutExtension(file)}\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"purpose":"x","sead":1}""")]
    [InlineData("""{"purpose":"x","twin":{"pace":0}}""")]
    [InlineData("""{"purpose":"x","twin":{"plan":"gold"}}""")]
    [InlineData("""{"purpose":"x","twin":{"serviceTime":"20"}}""")]
    [InlineData("""{"purpose":"x","twin":{"faults":[{}]}}""")]
    [InlineData("""{"purpose":"x","twin":{"switches":{"credits":"400"}}}""")]
    public async Task Schema_AWrongFile_IsRefusedByBothSchemaAndReader(string json)
    {
        var schema = await SchemaAsync();

        Assert.NotEmpty(schema.Validate(json));
        Assert.Throws<FaultException>(() => ScenarioFile.Parse("x.json", System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public async Task Schema_ListsOfWords_AreThoseOfTheCode()
    {
        var twin = (await SchemaAsync()).Properties["twin"];
        var fault = twin.Properties["faults"].Item!;

        Assert.Equal(ProfileSwitches.All.Select(s => s.Name), twin.Properties["switches"].Properties.Keys);
        Assert.All(ProfileSwitches.All, s => Assert.Equal(s.Values, Words(twin.Properties["switches"].Properties[s.Name])));
        Assert.Equal(RatePlan.All.Select(p => p.Name), Words(twin.Properties["plan"]));
        Assert.Equal(FaultCatalogue.Names.Order(StringComparer.Ordinal), Words(fault.Properties["fault"]).Order(StringComparer.Ordinal));
        Assert.Equal(Operations.All.Select(o => o.Name), Words(fault.Properties["operations"].Item!));
    }

    [Theory]
    [InlineData("""{"zzz":1}""", "")]
    [InlineData("""{"twin":{"zzz":1}}""", "twin")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","zzz":1}]}}""", "twin.faults")]
    public async Task Schema_Members_AreThoseThatTheReaderKnows(string json, string section)
    {
        var schema = section.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(await SchemaAsync(), (outer, name) => outer.Properties[name].Item ?? outer.Properties[name]);

        var refused = Assert.Throws<FaultException>(() => ScenarioFile.Parse("x.json", System.Text.Encoding.UTF8.GetBytes(json)));

        var known = Assert.Single(refused.Faults, f => f.What.Contains("\"zzz\"", StringComparison.Ordinal)).Allowed;
        Assert.Equal(schema.Properties.Keys.Order(StringComparer.Ordinal), known.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Faults_Committed_HaveAScenarioForEveryTrouble() => Assert.Equal(
        [
            "burst-429", "content-blocked", "early-expiry", "flaky-polls", "foreign-urls", "html-errors", "lost-answer", "one-bad-gateway", "out-of-credits",
            "outage-and-recovery", "rate-limit-wall", "slow-model", "stuck-job", "truncated-json", "unknown-state",
        ],
        Directory.EnumerateFiles(RepositoryRoot.Combine("scenarios/faults")).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Words(JsonSchema schema) => schema.Enumeration.Select(e => (string)e!);

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(RepositoryRoot.Combine(SchemaPath));
}
