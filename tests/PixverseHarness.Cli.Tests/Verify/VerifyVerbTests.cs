using System.Text.Json;
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
        Assert.InRange(run.Output.Split('\n').Length, 1, 60);
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
}
