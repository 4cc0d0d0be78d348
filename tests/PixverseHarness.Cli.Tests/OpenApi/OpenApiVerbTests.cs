using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.TestKit;
using Written = PixverseHarness.Contract.OpenApi.OpenApiDocument;

namespace PixverseHarness.Cli.Tests.OpenApi;

public sealed class OpenApiVerbTests
{
    public static TheoryData<string> Profiles { get; } = ["documented", "observed"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task RunAsync_OfAProfile_IsTheCommittedDocument(string profile)
    {
        var run = await new Pixverse().RunAsync("openapi", "--profile", profile);

        Assert.Equal(ExitCodes.Ok, run.Code);
        GoldenFile.Matches($"tests/PixverseHarness.Cli.Tests/OpenApi/{profile}.openapi.json", run.Output);
    }

    [Fact]
    public async Task RunAsync_Out_WritesTheSameToAFile()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "api.json");

        var run = await new Pixverse().RunAsync("openapi", "--out", path);

        Assert.Empty(run.Output);
        Assert.Equal(Written.ToJson(ApiProfile.Documented), await File.ReadAllTextAsync(path));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Document_ReadByMicrosoftOpenApi_HasNoErrorAndEveryOperation(string profile)
    {
        var read = OpenApiDocument.Parse(Written.ToJson(ApiProfile.Find(profile)!), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(
            Operations.All.Select(o => o.Name).Order(StringComparer.Ordinal),
            read.Document!.Paths.SelectMany(p => p.Value.Operations!.Values).Select(o => o.OperationId!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Document_RequestSchema_HasEveryParameterAndRule()
    {
        var schema = Written.Build(ApiProfile.Documented)["components"]!["schemas"]!["VideoRequest"]!;

        Assert.Equal(ParameterCatalogue.All.Select(p => p.Name), schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(CrossFieldRules.All.Select(r => r.Id), schema["allOf"]!.AsArray().Select(r => r!["title"]!.GetValue<string>()));
    }

    [Fact]
    public void Document_Causes_AllStandWhereTheyCanBeMet()
    {
        var refusing = ProfileSwitches.Find("rejected-value")!.Apply(ApiProfile.Documented, "not-acceptable");
        ApiProfile[] profiles = [ApiProfile.Documented, ApiProfile.Observed, refusing];
        var met = new HashSet<string>(StringComparer.Ordinal);

        foreach (var profile in profiles)
        {
            foreach (var spec in Operations.All)
            {
                var responses = Written.Build(profile)["paths"]![spec.PathTemplate]![spec.Method.ToLowerInvariant()]!["responses"]!.AsObject();
                foreach (var (status, response) in responses.Where(r => r.Key != "200"))
                {
                    foreach (var name in response!["x-causes"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()))
                    {
                        var cause = ErrorCauses.Find(name)!;
                        Assert.Equal(status, $"{cause.StatusFor(profile, spec.Operation)}");
                        met.Add(name);
                    }
                }
            }
        }

        Assert.Equal(ErrorCauses.All.Select(c => c.Name).Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Document_AsyncJob_HasEveryStateAndTransitionOfTheContract()
    {
        var job = Written.Build(ApiProfile.Documented)["paths"]![Operations.Get(ApiOperation.Submit).PathTemplate]!["post"]!["x-async-job"]!;
        var states = Enum.GetValues<JobState>();

        Assert.Equal(states.Select(s => s.ToWire()), job["states"]!.AsObject().Select(s => s.Key));
        Assert.Equal(["COMPLETED", "FAILED"], job["terminal"]!.AsArray().Select(s => s!.GetValue<string>()));
        Assert.Equal(422, job["states"]!["FAILED"]!["http"]!["status"]!.GetValue<int>());
        Assert.Equal(422, job["states"]!["FAILED"]!["http"]!["result"]!.GetValue<int>());
        Assert.Equal(3600, job["retention"]!["seconds"]!.GetValue<int>());
        Assert.Equal(
            ["QUEUED>PROCESSING", "PROCESSING>COMPLETED", "PROCESSING>FAILED"],
            job["transitions"]!.AsArray().Select(t => $"{t!["from"]}>{t["to"]}"));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Document_Examples_AreValidAgainstTheirSchemas(string profile)
    {
        var document = Written.Build(ApiProfile.Find(profile)!);
        var check = new SchemaCheck(document);
        var seen = 0;

        foreach (var media in MediaTypes(document))
        {
            var named = media["examples"]?.AsObject().Select(e => e.Value!["value"]!) ?? [];
            foreach (var example in named.Concat(media["example"] is { } single ? [single] : []))
            {
                Assert.True(check.Accepts(media["schema"], System.Text.Json.JsonSerializer.SerializeToElement(example)), example.ToJsonString());
                seen++;
            }
        }

        Assert.InRange(seen, 50, int.MaxValue);
    }

    private static IEnumerable<JsonObject> MediaTypes(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => m.Key == "content" ? m.Value!.AsObject().Select(t => t.Value!.AsObject()) : MediaTypes(m.Value)),
        JsonArray a => a.SelectMany(MediaTypes),
        _ => [],
    };
}
