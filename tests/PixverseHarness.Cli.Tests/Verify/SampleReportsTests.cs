using PixverseHarness.Reporting;
using PixverseHarness.Results.Documents;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Verify;

/// <summary>The committed sample of a verification is what the command in its README makes.</summary>
public sealed class SampleReportsTests
{
    private const string Folder = "reports/samples/verification";
    private const string Seed = "1";
    private const string Mutant = "failed-as-200";

    public static TheoryData<string> Formats { get; } = [.. RunExporters.All.Select(e => e.Format)];

    private static RunDocument Committed => RunDocument.FromJson(File.ReadAllText(RepositoryRoot.Combine($"{Folder}/run.json")));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sample_InEveryFormat_IsRenderedFromItsRun(string format)
    {
        var exporter = RunExporters.Find(format)!;

        GoldenFile.Matches($"{Folder}/{exporter.FileName}", exporter.Render(Committed));
    }

    [Fact]
    public async Task Sample_Findings_AreThoseOfTheCommand()
    {
        Assert.Contains(
            $"pixverse verify --seed {Seed} --mutant {Mutant} --report json,junit,sarif,md,html,text --report-dir {Folder}",
            await File.ReadAllTextAsync(RepositoryRoot.Combine("reports/samples/README.md")),
            StringComparison.Ordinal);
        using var folder = new TemporaryFolder();

        await new Pixverse().RunAsync("verify", "--seed", Seed, "--mutant", Mutant, "--report", "json", "--report-dir", folder.Path);

        var now = RunDocument.FromJson(await File.ReadAllTextAsync(folder.File("run.json")));
        Assert.Equal(Committed.Findings.Select(f => f with { Curl = null, Seen = "" }), now.Findings.Select(f => f with { Curl = null, Seen = "" }));
        Assert.All(Committed.Findings, f => Assert.True(File.Exists(RepositoryRoot.Combine($"{Folder}/{f.Script}")), f.Script));
    }
}
