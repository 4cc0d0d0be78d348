using System.Text.Json;
using PixverseHarness.TestKit;
using PixverseHarness.Verification.Snapshots.Contracts;

namespace PixverseHarness.Cli.Tests.Verify;

public sealed class SnapshotRunTests : IDisposable
{
    private const string Forbidden = "Contract.Submit_profile=documented_answer=forbidden";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_SnapshotsAccepted_AreEqualUnderAnotherSeed()
    {
        var taken = await AcceptAsync();
        var again = await CheckAsync("--seed", "2");

        Assert.Equal((ExitCodes.Ok, ""), (taken.Code, taken.Error));
        Assert.Contains(" 0 changed, 0 new, 0 left over, ", again.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 not taken\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, again.Code);
        Assert.Empty(Received());
    }

    [Fact]
    public async Task Verify_NoSnapshotsYet_FailsAndSaysHowToTakeThem()
    {
        var run = await CheckAsync();

        Assert.Equal(ExitCodes.Findings, run.Code);
        Assert.StartsWith($"Directory: {_folder.Path}\nNew:\n  - Received: Contract.", run.Output, StringComparison.Ordinal);
        Assert.Contains("to take what differs: the same command with --accept", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Compare Result:", run.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Received());
    }

    [Fact]
    public async Task Verify_TargetThatChanged_ShowsTheDifferenceFirst()
    {
        await AcceptAsync();

        var run = await CheckAsync("--mutant", "failed-as-200");

        Assert.Equal(ExitCodes.Findings, run.Code);
        Assert.StartsWith($"Directory: {_folder.Path}\nNotEqual:\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("-    \"status\": 422,\n+    \"status\": 200,\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OneAccepted_TakesThatOneAlone()
    {
        await AcceptAsync();
        Edit(Forbidden, "403", "409");
        Edit(Forbidden.Replace("forbidden", "spend_limit", StringComparison.Ordinal), "406", "407");

        var run = await VerifyAsync("--accept", Forbidden);

        Assert.Equal(ExitCodes.Findings, run.Code);
        Assert.Contains($"accepted {Forbidden}.verified.json\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(" 1 changed, 0 new, 0 left over, 1 accepted", run.Output, StringComparison.Ordinal);
        Assert.Contains("407", File.ReadAllText(At(Forbidden.Replace("forbidden", "spend_limit", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("403", File.ReadAllText(At(Forbidden)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FileThatNothingBelongsTo_FailsAndIsAccepted()
    {
        await AcceptAsync();
        const string Stray = "Contract.Submit_profile=documented_answer=teapot";
        File.Copy(At(Forbidden), At(Stray));
        File.Copy(At(Forbidden), At("Mine.Own"));

        var run = await CheckAsync();
        var accepted = await AcceptAsync();

        Assert.Equal((ExitCodes.Findings, ExitCodes.Ok), (run.Code, accepted.Code));
        Assert.StartsWith($"Directory: {_folder.Path}\nDelete:\n  - {Stray}.verified.json\n", run.Output, StringComparison.Ordinal);
        Assert.Equal((false, true), (File.Exists(At(Stray)), File.Exists(At("Mine.Own"))));
    }

    [Fact]
    public async Task Verify_OnABuildServer_WritesNothing()
    {
        var missing = await CheckAsync(onBuildServer: true);
        var refused = await VerifyAsync(onBuildServer: true, "--accept");

        Assert.Equal(ExitCodes.Findings, missing.Code);
        Assert.Equal(ExitCodes.Usage, refused.Code);
        Assert.StartsWith("error PXH0811: --accept: ", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Verify_UnknownSnapshot_IsOneLineWithTheNearest()
    {
        var run = await VerifyAsync("--accept", Forbidden.Replace("forbidden", "forbiden", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error PXH0812: --accept: ", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains($"Did you mean \"{Forbidden}\"?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--list")]
    [InlineData("--self-test")]
    public async Task Verify_BesideAnOptionThatLeavesThemOut_IsRefused(string option)
    {
        var run = await VerifyAsync(option);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith($"error PXH0109: --snapshots does not go with {option}.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("observed")]
    public async Task Verify_SnapshotsCommittedHere_HoldForTheEmbeddedTwin(string profile)
    {
        // A build server writes nothing, and neither may this test.
        var pixverse = new Pixverse { Variables = { ["CI"] = "true" } };

        var run = await pixverse.RunAsync(
            "verify", "--clause", "PV-SUBMIT-001", "--profile", profile, "--snapshots", RepositoryRoot.Combine("tests/PixverseHarness.Verify.Tests/Contracts"));

        Assert.Equal((ExitCodes.Ok, ""), (run.Code, run.Error));
        Assert.Contains($"Contracts: {ContractSnapshots.Cases.Length} equal, 0 changed, 0 new, 0 left over, 0 accepted, 0 not taken\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FolderThatIsAFile_IsOneLine()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");

        var run = await new Pixverse().RunAsync("verify", "--seed", "1", "--snapshots", file, "--accept");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error PXH0813: --snapshots: ", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SnapshotsAsJson_AreInTheDocument()
    {
        await AcceptAsync();
        Edit(Forbidden, "403", "409");

        using var document = JsonDocument.Parse((await CheckAsync("--output", "json")).Output);

        var change = Assert.Single(document.RootElement.GetProperty("snapshots").GetProperty("changes").EnumerateArray());
        Assert.Equal((Forbidden, "not-equal"), (change.GetProperty("name").GetString(), change.GetProperty("verdict").GetString()));
        Assert.Contains("+    \"status\": 403,", change.GetProperty("difference").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DryRunOfSnapshots_ListsTheirRequestsAndPrice()
    {
        var free = await VerifyAsync("--accept", "--dry-run", "--target", "live");
        var paid = await VerifyAsync("--accept", "--dry-run", "--target", "live", "--max-spend", "0.5");

        Assert.Contains("snapshots                    at most $0\n", free.Output, StringComparison.Ordinal);
        Assert.Contains("requests, at most $0; ", free.Output, StringComparison.Ordinal);
        Assert.Matches("snapshots +at most \\$0\\.[1-5]", paid.Output);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Verify_SnapshotThatChanged_IsAFindingOfTheReports()
    {
        await AcceptAsync();
        Edit(Forbidden, "403", "409");

        await CheckAsync("--report", "json,junit", "--report-dir", Path.Combine(_folder.Path, "reports"));

        var junit = File.ReadAllText(Directory.GetFiles(Path.Combine(_folder.Path, "reports"), "*.xml").Single());
        var json = File.ReadAllText(Directory.GetFiles(Path.Combine(_folder.Path, "reports"), "*.json").Single());
        Assert.Contains($"snapshot/{Forbidden}", json, StringComparison.Ordinal);
        Assert.Contains("\\\"status\\\": 409", json.Replace("\\u0022", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("snapshots", junit, StringComparison.Ordinal);
    }

    private Task<Pixverse.Run> AcceptAsync() => VerifyAsync("--accept");

    private Task<Pixverse.Run> CheckAsync(params string[] more) => CheckAsync(onBuildServer: false, more);

    // One clause is enough beside the snapshots.
    private Task<Pixverse.Run> CheckAsync(bool onBuildServer, params string[] more) => VerifyAsync(onBuildServer, ["--clause", "PV-SUBMIT-001", .. more]);

    private Task<Pixverse.Run> VerifyAsync(params string[] more) => VerifyAsync(onBuildServer: false, more);

    private Task<Pixverse.Run> VerifyAsync(bool onBuildServer, params string[] more)
    {
        var pixverse = new Pixverse();
        if (onBuildServer)
        {
            pixverse.Variables["CI"] = "true";
        }

        return pixverse.RunAsync(["verify", "--snapshots", _folder.Path, .. more]);
    }

    private void Edit(string name, string what, string by) => File.WriteAllText(At(name), File.ReadAllText(At(name)).Replace(what, by, StringComparison.Ordinal));

    private string At(string name) => Path.Combine(_folder.Path, $"{name}.verified.json");

    private string[] Received() => Directory.GetFiles(_folder.Path, "*.received.*");
}
