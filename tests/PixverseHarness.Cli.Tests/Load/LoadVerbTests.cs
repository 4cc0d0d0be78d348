using System.Text.Json;
using System.Xml.Linq;
using NJsonSchema;
using PixverseHarness.Client;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Load;

/// <summary>Whole runs in process, over real sockets: on the embedded twin, or on an address where nothing listens.</summary>
public sealed class LoadVerbTests : IDisposable
{
    private const string Quick = "\"twin\": { \"serviceTime\": \"300ms\", \"failureRate\": 0.2 }, \"polls\": { \"every\": \"100ms\" }, \"jobTimeout\": \"20s\"";
    private const string FewJobs = "\"load\": [ { \"simulation\": \"iterationsForConstant\", \"copies\": 8, \"iterations\": 40 } ]";

    private readonly TemporaryFolder _folder = new();
    private readonly Pixverse _pixverse = new() { Clock = Pixverse.RealClock };

    private string Reports => Path.Combine(_folder.Path, "reports");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Load_OnTheEmbeddedTwin_WritesEveryReportAndCountsEveryJob()
    {
        _pixverse.Variables["GITHUB_STEP_SUMMARY"] = Path.Combine(_folder.Path, "summary.md");

        var run = await RunAsync($$"""{ "purpose": "x.", "payloads": "valid=0.8,violating=0.2", {{Quick}}, {{FewJobs}} }""");

        var document = ReadRun();
        Assert.Contains(run.Code, new[] { ExitCodes.Ok, ExitCodes.Inconclusive });
        Assert.Equal(40, document.Measured!.Arrivals);
        Assert.All([JobOutcome.Completed, JobOutcome.FailedByService, JobOutcome.Invalid], o => Assert.True(document.Measured.Count(o) > 0, $"no job ended {o}"));
        Assert.Equal((TargetKind.Simulator, 5L), (document.Run.Target, document.Run.Seed));
        Assert.NotNull(HostDocument.FromJson(await ReadAsync("host.json")).Generator);
        Assert.Empty((await JsonSchema.FromJsonAsync(DocumentSchemas.Run)).Validate(await ReadAsync("run.json")));
        Assert.Empty((await JsonSchema.FromJsonAsync(DocumentSchemas.Host)).Validate(await ReadAsync("host.json")));
        Assert.Equal(run.Output, await ReadAsync("report.txt"));
        Assert.Equal("testsuites", XDocument.Parse(await ReadAsync("junit.xml")).Root!.Name.LocalName);
        Assert.Contains("<svg", await ReadAsync("report.html"), StringComparison.Ordinal);
        Assert.Equal(await ReadAsync("report.md"), await File.ReadAllTextAsync(_pixverse.Variables["GITHUB_STEP_SUMMARY"]));
        Assert.Contains("seed 5, target http://127.0.0.1:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_WithABreakingThreshold_Exits99OrSaysThatTheGeneratorWasTooLate()
    {
        var run = await RunAsync($$"""{ "purpose": "x.", "thresholds": [ "jobs_completed: count>1000" ], {{Quick}}, {{FewJobs}} }""");

        // On a machine too busy to keep its own clock the numbers prove nothing, and the verdict must say that instead.
        var distrusted = ReadRun().Remarks.Any(r => r.Trouble.StartsWith("generator", StringComparison.Ordinal));
        Assert.Equal(distrusted ? ExitCodes.Inconclusive : ExitCodes.Threshold, run.Code);
        Assert.Contains("jobs_completed: count>1000", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_WithAThresholdThatMayAbort_IsLookedAtOnTheWayAndStopsTheRun()
    {
        var run = await RunAsync(
            $$"""
            { "purpose": "x.", {{Quick}}, "load": [ { "simulation": "inject", "rate": "40/s", "during": "10m" } ], "thresholds": [
              { "metric": "job_duration{phase:end_to_end}", "threshold": "p(95)<1ms", "window": "5s", "minSamples": 10, "abortOnFail": true } ] }
            """);

        Assert.Contains(run.Code, new[] { ExitCodes.Threshold, ExitCodes.Inconclusive });
        Assert.Contains("A threshold with abortOnFail was crossed.", run.Error, StringComparison.Ordinal);
        Assert.Contains("p(95)<1ms", ReadRun().Verdict.Reasons.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_WhereNothingFinishes_IsNoSuccess()
    {
        var run = await RunAsync(
            """
            { "purpose": "x.", "jobTimeout": "1s", "polls": { "every": "200ms" }, "twin": { "serviceTime": "1h" },
              "load": [ { "simulation": "iterationsForConstant", "copies": 4, "iterations": 8 } ] }
            """);

        Assert.Contains(run.Code, new[] { ExitCodes.Threshold, ExitCodes.Inconclusive });
        Assert.Equal(8, ReadRun().Measured!.Count(JobOutcome.TimedOut));
    }

    [Fact]
    public async Task Load_OnADeadTarget_ReportsThatNothingWasReached()
    {
        var run = await RunAsync(
            """{ "purpose": "x.", "target": "http://127.0.0.1:1", "load": [ { "simulation": "inject", "rate": "20/s", "during": "500ms" } ] }""");

        var document = ReadRun();
        Assert.NotEqual(ExitCodes.Ok, run.Code);
        Assert.Equal(10, document.Measured!.Count(JobOutcome.Unreachable));
        Assert.Contains(document.Measured.Causes, c => c.Cause == "connection_refused");
    }

    [Fact]
    public async Task Load_BeyondItsBudget_Exits111AndNeverOneJobOver()
    {
        var run = await RunAsync($$"""{ "purpose": "x.", {{Quick}}, {{FewJobs}} }""", "--max-jobs", "5");

        Assert.Equal(ExitCodes.Budget, run.Code);
        Assert.Equal(5, ReadRun().Measured!.Sent);
    }

    [Fact]
    public async Task Load_StoppedOnce_DrainsAndExits105()
    {
        _pixverse.Machine.OnReadProcess = reading =>
        {
            if (reading == 2)
            {
                _pixverse.Stop.Cancel();
            }
        };

        var run = await RunAsync($$"""{ "purpose": "x.", {{Quick}}, "load": [ { "simulation": "keepConstant", "copies": 4, "during": "10m" } ] }""");

        Assert.Equal(ExitCodes.Interrupted, run.Code);
        Assert.Equal(0, ReadRun().Measured!.Count(JobOutcome.Unfinished));
    }

    [Fact]
    public async Task Load_WithAWrongFile_SendsNothingAndWritesNothing()
    {
        var run = await RunAsync("""{ "purpose": "x.", "lod": [], "jobTimeout": "5" }""");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.False(Directory.Exists(Reports));
    }

    [Theory]
    [InlineData("live", "PXH0802")]
    [InlineData("simulater", "PXH0801")]
    [InlineData("ftp://127.0.0.1", "PXH0801")]
    public async Task Load_OnATargetThatIsNotAllowed_SaysWhy(string target, string code)
    {
        var run = await RunAsync($$"""{ "purpose": "x.", {{FewJobs}} }""", "--target", target);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OnTheLiveApiWithoutAKey_SendsNothing()
    {
        var run = await RunAsync($$"""{ "purpose": "x.", {{FewJobs}} }""", "--target", "live", "--max-spend", "1");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("PXH0803", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_ASearchThatReachesItsHighestRate_IsInconclusiveAndLeavesItsSteps()
    {
        var run = await RunAsync(
            """
            { "purpose": "x.", "polls": { "every": "50ms" }, "twin": { "serviceTime": "50ms" },
              "breakpoint": { "start": "40/s", "objective": "30s", "jobTime": "100ms", "highest": "50/s", "jobsPerStep": 72 } }
            """);

        using var document = JsonDocument.Parse(await ReadAsync("breakpoint.json"));
        Assert.Equal(ExitCodes.Inconclusive, run.Code);
        Assert.StartsWith("INCONCLUSIVE: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, document.RootElement.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Resume_AfterARunThatWasCutOff_FollowsItsJobsAndNamesWhatMayBeBilled()
    {
        await using var twin = await PixverseTwin.StartAsync(
            new PixverseTwinOptions { Twin = new TwinOptions { ServiceTime = TimeSpan.FromMilliseconds(100) } }, Pixverse.RealClock);
        using var client = PixverseClient.Create("SG_0000000000000001", Pixverse.RealClock, twin.Origin);
        var job = (await client.SubmitAsync(new VideoRequest { Prompt = "a red fox" })).ValueOrThrow();
        WriteLedger(job.RequestId);
        string[] target = ["--target", twin.Origin.ToString()];
        var scenario = $$"""{ "purpose": "x.", "polls": { "every": "100ms" }, "thresholds": [ "jobs_completed: count==40" ], {{FewJobs}} }""";

        var refused = await RunAsync(scenario, target);
        var resumed = await RunAsync(scenario, [.. target, "--resume", Reports]);

        Assert.Contains("PXH0806", refused.Error, StringComparison.Ordinal);
        Assert.Contains("possibly billed: submit 8 of ", resumed.Error, StringComparison.Ordinal);
        var measured = ReadRun().Measured!;
        Assert.Equal((2L, 1L, 1L), (measured.Arrivals, measured.Count(JobOutcome.Completed), measured.Count(JobOutcome.PossiblyBilled)));
        Assert.DoesNotContain(ReadRun().Remarks, r => r.Trouble == "little-mismatch");
        Assert.Empty(ReadRun().Thresholds);
        Assert.Single(twin.Core.Jobs());
        using var ledger = new StreamReader(Path.Combine(Reports, "submits.jsonl"));
        Assert.Empty(LedgerContents.Read(ledger).Unresolved);
    }

    [Fact]
    public async Task Resume_OnTheEmbeddedTwin_SaysThatItsJobsAreGone()
    {
        WriteLedger("some-job");

        var run = await RunAsync($$"""{ "purpose": "x.", {{FewJobs}} }""", "--resume", Reports);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("PXH0805", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_WhereEverySubmitHasEnded_SaysSoAndSendsNothing()
    {
        Directory.CreateDirectory(Reports);
        await using (var writer = new StreamWriter(Path.Combine(Reports, "submits.jsonl")))
        {
            var ledger = new JsonLinesLedger(writer, seed: 5);
            await ledger.IntendAsync(0, Pixverse.RealClock.GetUtcNow(), 375_000, CancellationToken.None);
            ledger.Accept(0, Pixverse.RealClock.GetUtcNow(), "some-job");
            ledger.Resolve(0, Pixverse.RealClock.GetUtcNow(), JobOutcome.Completed);
        }

        var run = await RunAsync($$"""{ "purpose": "x.", {{FewJobs}} }""", "--target", "http://127.0.0.1:1", "--resume", Reports);

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Contains("nothing to resume: all 1 submits in the ledger have ended", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Reports, "run.json")));
    }

    [Fact]
    public async Task Load_WithACapBelowTheCopiesOfItsFile_IsRefusedBeforeAnythingIsSent()
    {
        var run = await RunAsync($$"""{ "purpose": "x.", {{FewJobs}} }""", "--max-in-flight", "7");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("PXH0911", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"7\" is below the 8 copies", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Reports));
    }

    [Fact]
    public async Task Load_AsJson_PrintsTheRunDocument()
    {
        var run = await RunAsync($$"""{ "purpose": "x.", {{Quick}}, {{FewJobs}} }""", "--output", "json");

        using var printed = JsonDocument.Parse(run.Output);
        Assert.Equal(RunDocument.CurrentSchemaVersion, printed.RootElement.GetProperty("schemaVersion").GetString());
    }

    private async Task<Pixverse.Run> RunAsync(string scenario, params string[] more)
    {
        var file = Path.Combine(_folder.Path, "scenario.json");
        await File.WriteAllTextAsync(file, scenario);
        return await _pixverse.RunAsync(["load", file, "--out", Reports, "--seed", "5", .. more]);
    }

    // As a killed process leaves it: one job accepted, the submit after it unanswered.
    private void WriteLedger(string jobId)
    {
        Directory.CreateDirectory(Reports);
        using var writer = new StreamWriter(Path.Combine(Reports, "submits.jsonl"));
        var ledger = new JsonLinesLedger(writer, seed: 5);
        var now = Pixverse.RealClock.GetUtcNow();
        _ = ledger.IntendAsync(7, now, 375_000, CancellationToken.None);
        ledger.Accept(7, now, jobId);
        _ = ledger.IntendAsync(8, now, 375_000, CancellationToken.None);
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(Reports, name));

    private RunDocument ReadRun() => RunDocument.FromJson(File.ReadAllText(Path.Combine(Reports, "run.json")));
}
