using System.Text.Json;
using PixverseHarness.Cli;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>Ctrl-C, once and twice, to a real process that searches the breakpoint.</summary>
[Collection(nameof(RealProcesses))]
public sealed class SearchSignalTests : IDisposable
{
    // A first step of a minute, so that the signal always falls into it.
    private const string Search =
        """
        { "purpose": "x.", "breakpoint": { "start": "20/s", "objective": "30s", "jobTime": "3s" }, "polls": { "every": "100ms" }, "jobTimeout": "5m" }
        """;

    private readonly TemporaryFolder _folder = new();

    private string Reports => Path.Combine(_folder.Path, "reports");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Interrupt_Once_SubmitsNothingMoreFollowsWhatIsInFlightAndReportsTheStep()
    {
        await using var twin = await StartTwinAsync(TimeSpan.FromMilliseconds(500));
        using var search = await StartAsync(twin);
        await search.UntilAsync(() => twin.Jobs.Count >= 20, "twenty jobs");

        await search.SendAsync("INT");
        var code = await search.EndAsync();

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.Contains("nothing more is submitted", search.Error, StringComparison.Ordinal);
        Assert.StartsWith("INTERRUPTED: ", search.Output, StringComparison.Ordinal);
        Assert.All(twin.Jobs, static job => Assert.True(job.ResultReads > 0, $"{job.Id} was not fetched"));
        Assert.Equal((twin.Jobs.Count, "interrupted"), (await ReadStepAsync(), await ReadVerdictAsync()));
        Assert.Empty(ReadLedger().Unresolved);
    }

    [SkippableFact]
    public async Task Interrupt_Twice_StopsAtOnceReportsTheStepAndLeavesItsJobsInTheLedger()
    {
        await using var twin = await StartTwinAsync(TimeSpan.FromHours(1));
        using var search = await StartAsync(twin);
        await search.UntilAsync(() => twin.Jobs.Count >= 20, "twenty jobs");

        await search.SendAsync("INT");
        await search.UntilAsync(() => search.Error.Contains("Ctrl-C again", StringComparison.Ordinal), "the word that it drains");
        await search.SendAsync("INT");
        var code = await search.EndAsync();

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.StartsWith("INTERRUPTED: ", search.Output, StringComparison.Ordinal);
        Assert.Contains("stopped at once", search.Error, StringComparison.Ordinal);
        Assert.Equal((twin.Jobs.Count, "interrupted"), (await ReadStepAsync(), await ReadVerdictAsync()));
        var left = ReadLedger();
        Assert.Equal(twin.Jobs.Count, left.Unresolved.Length + left.PossiblyBilled.Length);
        Assert.Contains($"--resume {Reports}", search.Error, StringComparison.Ordinal);
    }

    private static async Task<PixverseTwin> StartTwinAsync(TimeSpan serviceTime)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs signals");
        return await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = new TwinOptions { ServiceTime = serviceTime } }, TimeProvider.System);
    }

    private async Task<PixverseProcess> StartAsync(PixverseTwin twin)
    {
        var file = Path.Combine(_folder.Path, "search.json");
        await File.WriteAllTextAsync(file, Search);
        return PixverseProcess.Start("load", file, "--target", twin.Origin.ToString(), "--seed", "3", "--out", Reports);
    }

    private async Task<int> ReadStepAsync()
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Reports, "breakpoint.json")));
        return Assert.Single(report.RootElement.GetProperty("steps").EnumerateArray().ToArray()).GetProperty("jobs").GetInt32();
    }

    private async Task<string?> ReadVerdictAsync()
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Reports, "breakpoint.json")));
        return report.RootElement.GetProperty("verdict").GetString();
    }

    private LedgerContents ReadLedger()
    {
        using var text = new StreamReader(Path.Combine(Reports, "submits.jsonl"));
        return LedgerContents.Read(text);
    }
}
