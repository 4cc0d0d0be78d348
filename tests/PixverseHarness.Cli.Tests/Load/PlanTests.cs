using System.Text.Json;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class PlanTests
{
    private readonly Pixverse _pixverse = new();

    /// <summary>The committed scenarios and the jobs that each plans.</summary>
    public static TheoryData<string, double> Scenarios => new()
    {
        { "scenarios/smoke/submit-poll.json", 96 },
        { "scenarios/load/steady.json", 625 },
        { "scenarios/load/spike.json", 640 },
        { "scenarios/load/soak.json", 7200 },
        { "scenarios/load/error-mix.json", 240 },
        { "scenarios/load/rate-limit-wall.json", 200 },
        { "scenarios/load/outage-and-recovery.json", 240 },
        { "scenarios/load/live-canary.json", 2 },
        { "scenarios/capacity/ramp-to-breakpoint.json", 200 },
        { "scenarios/nbomber/ramp-and-hold.json", 60 },
    };

    [Fact]
    public void Scenarios_Table_ListsEveryCommittedOne() => Assert.Equal(
        FilesOf(LoadScenarioFilesTests.Files).Order(StringComparer.Ordinal),
        FilesOf(Scenarios).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Plan_OfACommittedScenario_CountsItsJobs(string file, double jobs)
    {
        var run = await _pixverse.RunAsync("load", RepositoryRoot.Combine(file), "--plan", "--output", "json");

        using var plan = JsonDocument.Parse(run.Output);
        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal(jobs, plan.RootElement.GetProperty("jobs").GetDouble(), 0.5);
    }

    [Fact]
    public async Task Plan_OfARateAlone_SaysWhatItComesToAndWhatBindsFirst()
    {
        var run = await _pixverse.RunAsync("load", "--plan", "--rate", "30/m", "--rpm", "50", "--workers", "8", "--balance", "100");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Matches("jobs +1800, at most 1800 an hour", run.Output);

        // Eight workers of 44 s hold 8 x 3600 / 44 = 654.5 jobs an hour; thirty a minute want 22 of them.
        Assert.Matches("workers +8 +22 +after [0-9a-z]+ +654.5 jobs an hour", run.Output);
        Assert.Contains("binds first: workers, after ", run.Output, StringComparison.Ordinal);
        Assert.Contains("submits a minute  50", run.Output, StringComparison.Ordinal);
        Assert.Contains("money             $100.00", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PXH0108", "load")]
    [InlineData("PXH0108", "load", "--plan")]
    [InlineData("PXH0106", "load", "--plan", "--rate", "30")]
    [InlineData("PXH0106", "load", "--plan", "--rate", "0/s")]
    public async Task Plan_WithoutARateThatCanBePlanned_SaysWhatIsMissing(string code, params string[] arguments)
    {
        var run = await _pixverse.RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_OptionsOfAPlanGivenToARun_AreRefused()
    {
        var run = await _pixverse.RunAsync("load", RepositoryRoot.Combine("scenarios/smoke/submit-poll.json"), "--workers", "3");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("PXH0804", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_OfFileEnvironmentAndCommandLine_TheLaterOneWins()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "x.json");
        await File.WriteAllTextAsync(file, """{ "purpose": "x.", "maxInFlight": 50, "load": [ { "simulation": "inject", "rate": "1/s", "during": "1m" } ] }""");

        Assert.Equal(50, await CapAsync(new Pixverse(), file));
        Assert.Equal(40, await CapAsync(Variable(), file));
        Assert.Equal(30, await CapAsync(Variable(), file, "--max-in-flight", "30"));

        static Pixverse Variable() => new() { Variables = { ["PIXVERSE_MAX_IN_FLIGHT"] = "40" } };
    }

    [Theory]
    [InlineData("PIXVERSE_MAX_JOBS", "many", "PXH0106")]
    [InlineData("PIXVERSE_DRAIN", "30", "PXH0107")]
    [InlineData("PIXVERSE_ARRIVAL", "poison", "PXH0106")]
    [InlineData("PIXVERSE_SEED", "-1", "PXH0106")]
    [InlineData("PIXVERSE_TARGET", "simulater", "PXH0801")]
    public async Task Settings_AVariableThatItsOptionWouldRefuse_IsRefused(string variable, string value, string code)
    {
        _pixverse.Variables[variable] = value;

        var run = await _pixverse.RunAsync("load", RepositoryRoot.Combine("scenarios/smoke/submit-poll.json"), "--plan");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
        Assert.Contains(variable == "PIXVERSE_TARGET" ? "target" : variable, run.Error, StringComparison.Ordinal);
    }

    private static async Task<double> CapAsync(Pixverse pixverse, string file, params string[] more)
    {
        var run = await pixverse.RunAsync(["load", file, "--plan", "--output", "json", .. more]);
        using var plan = JsonDocument.Parse(run.Output);
        return plan.RootElement.GetProperty("limits").EnumerateArray()
            .Single(limit => limit.GetProperty("kind").GetString()!.Contains("flight", StringComparison.OrdinalIgnoreCase))
            .GetProperty("allowed").GetDouble();
    }

    private static IEnumerable<string> FilesOf(IEnumerable<object[]> rows) => rows.Select(row => (string)row[0]);
}
