using System.Globalization;
using System.Text.Json;
using NJsonSchema;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Results.Documents;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Verify;

public sealed class VerifyVerbTests
{
    [Theory]
    [InlineData("documented")]
    [InlineData("observed")]
    public async Task Verify_EmbeddedTwin_FindsNothing(string profile)
    {
        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--profile", profile);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("clauses: 0 violated", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Mutant_IsFoundAndNamedFirst()
    {
        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--mutant", "failed-as-200");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("VIOLATED PV-", run.Output, StringComparison.Ordinal);
        Assert.Contains("PV-STATUS-020  The status of a failed job is answered 422.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ManyFindings_StayOnOneScreen()
    {
        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--mutant", "status:submit:201");

        Assert.InRange(run.Output.Split('\n').Length, 30, 40);
        Assert.Matches("and [0-9]+ more: --report html", run.Output);
        Assert.DoesNotContain("Content-Disposition", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OneClause_ChecksThatOneAlone()
    {
        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--clause", "pv-status-020", "--output", "json");

        var clauses = JsonDocument.Parse(run.Output).RootElement.GetProperty("clauses");
        Assert.Equal("PV-STATUS-020", Assert.Single(clauses.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Verify_ClauseThatNothingCanShow_IsNotAPass()
    {
        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--clause", "PV-TIME-001");

        Assert.Equal(2, run.Code);
        Assert.Contains("PXH0604", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--clause", "PV-STATUS-999", "PXH0605")]
    [InlineData("--mutant", "nothing", "PXH0606")]
    [InlineData("--report", "pdf", "PXH0106")]
    [InlineData("--target", "localhost", "PXH0106")]
    [InlineData("--target", "http://127.0.0.1:1", "PXH0601")]
    [InlineData("--target", "live", "PXH0607")]
    public async Task Verify_WrongOption_IsOneLine(string option, string value, string code)
    {
        var run = await new Pixverse().RunAsync("verify", option, value);

        Assert.Equal(2, run.Code);
        Assert.StartsWith($"error {code}", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--host", "wiremock")]
    [InlineData("--mutant", "failed-as-200")]
    public async Task Verify_OptionOfTheTwinWithAUrl_IsRefused(string option, string value)
    {
        var run = await new Pixverse().RunAsync("verify", "--target", "http://127.0.0.1:1", option, value);

        Assert.Equal(2, run.Code);
        Assert.Contains($"\"{value}\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("the embedded twin", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DryRunOfLive_ListsFreeRequestsAndSendsNothing()
    {
        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--target", "live", "--dry-run");

        Assert.Equal(0, run.Code);
        Assert.Contains("at most $0; seed 1; nothing was sent", run.Output, StringComparison.Ordinal);
        Assert.Contains("GET /v1/get-user-credits", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Reports_AreWrittenWithAScriptForEachFinding()
    {
        using var folder = new TemporaryFolder();

        var run = await new Pixverse().RunAsync(
            "verify", "--seed", "1", "--clause", "PV-SUBMIT-001", "--mutant", "status:submit:201", "--report", "json,junit,sarif,md,html", "--report-dir", folder.Path);

        Assert.Equal(1, run.Code);
        Assert.Equal(5, Directory.GetFiles(folder.Path).Length);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.Path, "repro"), "PVF-*.sh"));
    }

    [Fact]
    public async Task Verify_Json_HoldsEveryClauseAndNamesTheScriptOfEachFinding()
    {
        using var folder = new TemporaryFolder();

        await new Pixverse().RunAsync("verify", "--seed", "1", "--mutant", "failed-as-200", "--report", "json", "--report-dir", folder.Path);

        var json = await File.ReadAllTextAsync(folder.File("run.json"));
        Assert.Empty((await JsonSchema.FromJsonAsync(DocumentSchemas.Run)).Validate(json));
        var written = RunDocument.FromJson(json);
        Assert.Equal(ClauseCatalogue.All.Select(c => c.Id), written.Verification!.Clauses.Select(c => c.Id));
        Assert.NotEmpty(written.Findings);
        Assert.All(written.Findings, f => Assert.True(File.Exists(folder.File(f.Script!)), f.Script));
        Assert.Equal(Verdict.Failed, written.Verdict.Result);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public async Task Verify_InAnotherCulture_PrintsAndWritesTheSame(string culture)
    {
        using var folder = new TemporaryFolder();
        var usual = await PrintAsync(folder.File("usual"));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(usual, await PrintAsync(folder.File("other")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.All(Directory.GetFiles(folder.File("usual")), file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(file.Replace("usual", "other", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Verify_WithAStepSummary_AppendsToIt()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("summary.md"), "# Before\n");
        var pixverse = new Pixverse { Variables = { ["GITHUB_STEP_SUMMARY"] = folder.File("summary.md") } };

        var run = await pixverse.RunAsync("verify", "--seed", "1", "--clause", "PV-SUBMIT-001", "--mutant", "status:submit:201");

        Assert.Equal((1, ""), (run.Code, run.Error));
        var summary = await File.ReadAllTextAsync(folder.File("summary.md"));
        Assert.StartsWith("# Before\n## ❌ contract: FAILED\n", summary, StringComparison.Ordinal);
        Assert.Contains("| ❌ error | PV-SUBMIT-001 |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ReportFolderThatCannotBeMade_IsOneLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("taken"), "");

        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--clause", "PV-SUBMIT-001", "--report", "json", "--report-dir", folder.File("taken"));

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error PXH0202", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    // All but how long it took.
    private static async Task<string> PrintAsync(string folder)
    {
        var run = await new Pixverse().RunAsync(
            "verify", "--seed", "1", "--mutant", "failed-as-200", "--report", "json,junit,sarif,md,html,text", "--report-dir", folder);
        return run.Output[..run.Output.LastIndexOf(" in ", StringComparison.Ordinal)];
    }
}
