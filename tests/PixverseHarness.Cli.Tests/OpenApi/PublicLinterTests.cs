using PixverseHarness.Cli.Tests.Repro;
using PixverseHarness.Contract.OpenApi;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>A linter that is not ours reads the document: <c>redocly lint</c>, of the npm package @redocly/cli.</summary>
public sealed class PublicLinterTests
{
    private const string Linter = "redocly";
    private const string Absent = "redocly is not on the path: npm install --global @redocly/cli. .ci/run does so where there is npm.";

    [SkippableFact]
    public async Task Document_OfBothProfiles_HasNoError()
    {
        Skip.IfNot(await Programs.IsThereAsync("bash", "-c", $"command -v {Linter}"), Absent);
        using var folder = new TemporaryFolder();
        var files = new[] { ApiProfile.Documented, ApiProfile.Observed }.Select(profile =>
        {
            var file = folder.File($"{profile.Name}.json");
            File.WriteAllText(file, OpenApiDocument.ToJson(profile));
            return file;
        }).ToArray();

        var (code, output) = await LintAsync(files);

        Assert.True(code == 0, output);
        Assert.DoesNotContain("  error  ", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Document_WithASchemaThatIsMissing_IsRefused()
    {
        Skip.IfNot(await Programs.IsThereAsync("bash", "-c", $"command -v {Linter}"), Absent);
        using var folder = new TemporaryFolder();
        var document = OpenApiDocument.Build(ApiProfile.Documented);
        document["components"]!["schemas"]!.AsObject().Remove("Credits");
        await File.WriteAllTextAsync(folder.File("wrong.json"), document.ToJsonString());

        var (code, output) = await LintAsync(folder.File("wrong.json"));

        Assert.NotEqual(0, code);
        Assert.Contains("  error  ", output, StringComparison.Ordinal);
    }

    // Neither telemetry nor a look for a newer version: tests ask for nothing from outside.
    private static Task<(int Code, string Output)> LintAsync(params string[] files) => Programs.RunAsync(
        "env", ["REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true", "CI=true", Linter, "lint", "--format", "stylish", .. files]);
}
