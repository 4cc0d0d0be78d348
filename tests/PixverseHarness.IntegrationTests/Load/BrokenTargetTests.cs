using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PixverseHarness.Cli;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>Targets that are no service, or stop being one: the report holds the truth and the exit code is no success.</summary>
public sealed class BrokenTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Reports => Path.Combine(_folder.Path, "reports");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(200, JobOutcome.PossiblyBilled)]
    [InlineData(404, JobOutcome.Rejected)]
    [InlineData(503, JobOutcome.PossiblyBilled)]
    public async Task Load_OnATargetThatAnswersHtml_SaysThatNothingCompletedAndWhatCameInstead(int status, JobOutcome outcome)
    {
        await using var site = await StartSiteAsync(status);

        var run = await LoadAsync(
            site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(),
            """{ "purpose": "x.", "load": [ { "simulation": "iterationsForInject", "rate": "50/s", "iterations": 10 } ] }""");

        var document = ReadRun();
        Assert.Equal((ExitCodes.Inconclusive, Verdict.Inconclusive), (run.Code, document.Verdict.Result));
        Assert.Equal((10L, 10L, 0L), (document.Measured!.Arrivals, document.Measured.Count(outcome), document.Measured.Count(JobOutcome.Completed)));
        Assert.Contains("None of 10 jobs completed", run.Output, StringComparison.Ordinal);
        Assert.Equal(10, document.Measured.Causes.Sum(static cause => cause.Count));
        Assert.Equal(outcome == JobOutcome.PossiblyBilled, document.Remarks.Any(static remark => remark.Trouble == "possibly-billed"));
    }

    [Fact]
    public async Task Load_OnATargetThatDiesHalfway_AccountsForEveryJobOnEitherSideOfItsDeath()
    {
        await using var twin = await PixverseTwin.StartAsync(
            new PixverseTwinOptions { Twin = new TwinOptions { ServiceTime = TimeSpan.FromMilliseconds(500) }, DrainTime = TimeSpan.Zero }, TimeProvider.System);
        var loading = LoadAsync(
            twin.Origin.ToString(),
            """
            { "purpose": "x.", "load": [ { "simulation": "iterationsForInject", "rate": "40/s", "iterations": 80 } ],
              "polls": { "every": "100ms" }, "jobTimeout": "2s", "thresholds": [ "jobs_completed: rate>99%" ] }
            """);
        while (twin.Jobs.All(static job => job.ResultReads == 0) && !loading.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        await twin.StopAsync();
        var run = await loading;

        var measured = ReadRun().Measured!;
        Assert.Contains(run.Code, new[] { ExitCodes.Threshold, ExitCodes.Inconclusive });
        Assert.Equal((80L, 80L), (measured.Arrivals, measured.Outcomes.Sum(static entry => entry.Count)));
        Assert.All(
            [JobOutcome.Completed, JobOutcome.Unreachable, JobOutcome.TimedOut],
            outcome => Assert.True(measured.Count(outcome) > 0, $"no job ended {outcome}"));
        Assert.Contains(measured.Causes, static cause => cause is { Outcome: JobOutcome.Unreachable, Cause: "connection_refused" });

        // What the twin took in and we did not see to its end is named, not dropped.
        var open = measured.Count(static outcome => outcome is JobOutcome.TimedOut or JobOutcome.PossiblyBilled or JobOutcome.ResultCorrupt);
        Assert.True(twin.Jobs.Count <= measured.Count(JobOutcome.Completed) + open, $"{twin.Jobs.Count} jobs in the twin, {open} open in the report");
    }

    private static async Task<WebApplication> StartSiteAsync(int status)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var site = builder.Build();
        site.Run(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><body><h1>It works!</h1></body></html>");
        });
        await site.StartAsync();
        return site;
    }

    private async Task<(int Code, string Output, string Error)> LoadAsync(string target, string scenario)
    {
        var file = Path.Combine(_folder.Path, "scenario.json");
        await File.WriteAllTextAsync(file, scenario);
        return await PixverseInProcess.RunAsync("load", file, "--target", target, "--seed", "3", "--out", Reports);
    }

    private RunDocument ReadRun() => RunDocument.FromJson(File.ReadAllText(Path.Combine(Reports, "run.json")));
}
