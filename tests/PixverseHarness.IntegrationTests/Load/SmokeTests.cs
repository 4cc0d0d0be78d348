using PixverseHarness.Cli;
using PixverseHarness.Results.Documents;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>The first load run that anybody tries, as they try it.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Smoke_InAProcessOfItsOwn_PassesOrSaysThatTheGeneratorWasTooLate()
    {
        using var load = PixverseProcess.Start("load", RepositoryRoot.Combine("scenarios/smoke/submit-poll.json"), "--out", _folder.Path);

        var code = await load.EndAsync();

        var run = RunDocument.FromJson(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "run.json")));
        var distrusted = run.Remarks.Any(static remark => remark.Trouble.StartsWith("generator", StringComparison.Ordinal));
        Assert.Equal(distrusted ? ExitCodes.Inconclusive : ExitCodes.Ok, code);
        Assert.True(run.Measured!.Arrivals >= 60, $"{run.Measured.Arrivals} jobs");
        Assert.True(run.Measured.Series.InFlightMaximum.Max() >= 10, $"{run.Measured.Series.InFlightMaximum.Max()} in flight");
        Assert.True(run.Measured.Outcomes.Length >= 4, $"{run.Measured.Outcomes.Length} kinds of outcome");
        Assert.InRange(run.Measured.DurationUs, 0, 40_000_000);
        Assert.All(["report.html", "report.md", "junit.xml", "host.json"], file => Assert.True(File.Exists(Path.Combine(_folder.Path, file)), file));
    }
}
