using PixverseHarness.Cli;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>Signals to a real load process: Ctrl-C once and twice, and a generator that stands still.</summary>
[Collection(nameof(RealProcesses))]
public sealed class SignalTests : IDisposable
{
    private const string Forever =
        """
        { "purpose": "x.", "load": [ { "simulation": "keepConstant", "copies": 5, "during": "10m" } ], "polls": { "every": "100ms" }, "jobTimeout": "5m" }
        """;

    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(3);

    private readonly TemporaryFolder _folder = new();

    private string Reports => Path.Combine(_folder.Path, "reports");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Interrupt_Once_SubmitsNothingMoreFollowsWhatIsInFlightAndExits105()
    {
        await using var twin = await StartTwinAsync(TimeSpan.FromMilliseconds(500));
        using var load = await StartAsync(twin, Forever);
        await load.UntilAsync(() => twin.Jobs.Count >= 10, "ten jobs");

        await load.SendAsync("INT");
        var code = await load.EndAsync();

        var run = ReadRun();
        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.Contains("nothing more is submitted", load.Error, StringComparison.Ordinal);
        Assert.Equal((twin.Jobs.Count, 0L), (run.Count(JobOutcome.Completed), run.Count(JobOutcome.Unfinished)));
        Assert.StartsWith("INCONCLUSIVE", load.Output, StringComparison.Ordinal);
        Assert.Contains("The run was interrupted at ", load.Output, StringComparison.Ordinal);
        Assert.All(twin.Jobs, static job => Assert.True(job.ResultReads > 0, $"{job.Id} was not fetched"));
    }

    [SkippableFact]
    public async Task Interrupt_Twice_StopsAtOnceAndReportsWhatIsKnown()
    {
        await using var twin = await StartTwinAsync(TimeSpan.FromHours(1));
        using var load = await StartAsync(twin, Forever);
        await load.UntilAsync(() => twin.Jobs.Count == 5 && twin.Jobs.All(static job => job.StatusReads > 0), "five jobs that are polled");

        await load.SendAsync("INT");
        await load.UntilAsync(() => load.Error.Contains("Ctrl-C again", StringComparison.Ordinal), "the word that it drains");
        await load.SendAsync("INT");
        var code = await load.EndAsync();

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.Contains("stopped at once", load.Error, StringComparison.Ordinal);
        Assert.Equal((5L, 5L), (ReadRun().Arrivals, ReadRun().Count(JobOutcome.Unfinished)));
    }

    [SkippableFact]
    public async Task Stop_ForThreeSeconds_ShowsInTheCorrectedTimesAndTheRunIsInconclusive()
    {
        await using var twin = await StartTwinAsync(TimeSpan.FromMilliseconds(500));
        using var load = await StartAsync(
            twin,
            """
            { "purpose": "x.", "load": [ { "simulation": "iterationsForInject", "rate": "40/s", "iterations": 240 } ],
              "polls": { "policy": "jittered", "every": "200ms", "spread": 0.2 }, "jobTimeout": "60s" }
            """);
        await load.UntilAsync(() => twin.Jobs.Count >= 20, "twenty jobs");

        await load.SendAsync("STOP");
        await Task.Delay(Standstill, TimeProvider.System);
        await load.SendAsync("CONT");
        var code = await load.EndAsync();

        var document = RunDocument.FromJson(await File.ReadAllTextAsync(Path.Combine(Reports, "run.json")));
        var submits = document.Measured!.Request(RequestOperation.Submit);
        Assert.Equal((ExitCodes.Inconclusive, Verdict.Inconclusive), (code, document.Verdict.Result));
        Assert.Contains(document.Remarks, static remark => remark.Trouble == "generator-late");

        // A hundred and twenty of the 240 jobs fell due in the standstill: a quarter of all is two seconds late or later. What the
        // twin took does not show it.
        var (corrected, raw) = (submits.DurationsFromIntended.ToDistribution(), submits.Durations.ToDistribution());
        Assert.InRange(corrected.Maximum, 2_500_000, 60_000_000);
        Assert.True(corrected.CountAtOrBelow(1_500_000) <= 200, $"{corrected.CountAtOrBelow(1_500_000)} of 240 submits in 1.5 s");
        Assert.True(raw.CountAtOrBelow(1_500_000) >= 230, $"only {raw.CountAtOrBelow(1_500_000)} of 240 submits took less than 1.5 s");
    }

    private static async Task<PixverseTwin> StartTwinAsync(TimeSpan serviceTime)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs signals");
        return await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = new TwinOptions { ServiceTime = serviceTime } }, TimeProvider.System);
    }

    private async Task<PixverseProcess> StartAsync(PixverseTwin twin, string scenario)
    {
        var file = Path.Combine(_folder.Path, "scenario.json");
        await File.WriteAllTextAsync(file, scenario);
        return PixverseProcess.Start("load", file, "--target", twin.Origin.ToString(), "--seed", "3", "--out", Reports);
    }

    private MeasuredDocument ReadRun() => RunDocument.FromJson(File.ReadAllText(Path.Combine(Reports, "run.json"))).Measured!;
}
