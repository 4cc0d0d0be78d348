using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting.Tests.Sarif;

/// <summary>
/// Holds the log against <c>log-members.schema.json</c>: what SARIF 2.1.0 (OASIS standard, section 3) requires of the objects
/// that we write, written by hand, and closed, so that a member that the standard does not have is refused too.
/// </summary>
public sealed class SarifExporterTests
{
    public static TheoryData<string> Runs { get; } = ["load", "verification", "planted"];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Write_AnyRun_HasTheMembersOfTheStandard(string run) =>
        Assert.Empty((await SchemaAsync()).Validate(Render(Run(run))));

    [Theory]
    [InlineData("version", "2.0.0")]
    [InlineData("runs/0/tool/driver/name", null)]
    [InlineData("runs/0/results/0/message/text", null)]
    [InlineData("runs/0/results/0/level", "fatal")]
    [InlineData("runs/0/results/0/ruleIndex", -2)]
    [InlineData("runs/0/results/0/partialFingerprints/findingId~1v1", 7)]
    [InlineData("runs/0/results/0/severity", "error")]
    [InlineData("runs/0/invocations/0/executionSuccessful", null)]
    [InlineData("runs/0/results/0/locations/0/physicalLocation/region/startLine", 0)]
    public async Task Schema_BrokenMember_IsRefused(string path, object? value)
    {
        var log = JsonNode.Parse(Render(SampleRuns.Verification()))!;
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(log, (node, part) => char.IsAsciiDigit(part[0]) ? node[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!).AsObject();
        parent[parts[^1].Replace("~1", "/", StringComparison.Ordinal)] = JsonSerializer.SerializeToNode(value);
        if (value is null)
        {
            parent.Remove(parts[^1]);
        }

        Assert.NotEmpty((await SchemaAsync()).Validate(log.ToJsonString()));
    }

    [Fact]
    public void Write_Findings_PointAtTheirRulesAndAreToldApartByTheirIds()
    {
        var run = SampleRuns.Verification();
        using var log = JsonDocument.Parse(Render(run));
        var written = log.RootElement.GetProperty("runs")[0];
        var rules = written.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = written.GetProperty("results").EnumerateArray().ToArray();

        Assert.All(results, result => Assert.Equal(
            result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(
            run.Findings.Select(finding => finding.Id),
            results.Select(result => result.GetProperty("partialFingerprints").GetProperty("findingId/v1").GetString()));
    }

    [Fact]
    public void Write_RunThatProvesNothing_IsNoSuccess()
    {
        var nothing = RunDocument.Conclude(
            SampleRuns.Verification().Run, [], new VerificationDocument { Profile = "documented", Requests = 0, Clauses = [] });
        using var log = JsonDocument.Parse(Render(nothing));
        var invocation = log.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("No clause could be checked.", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
    }

    private static RunDocument Run(string name) => name switch
    {
        "load" => SampleRuns.Load(),
        "planted" => PlantedMarkup.In(SampleRuns.Verification()) with { Run = SampleRuns.Verification().Run },
        _ => SampleRuns.Verification(),
    };

    private static string Render(RunDocument run) => RunExporters.Find("sarif")!.Render(run);

    private static Task<JsonSchema> SchemaAsync() =>
        JsonSchema.FromFileAsync(TestKit.RepositoryRoot.Combine("tests/PixverseHarness.Reporting.Tests/Sarif/log-members.schema.json"));
}
