using PixverseHarness.Cli.Load;
using PixverseHarness.Load.Capacity;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>Shipped scenarios on virtual time: what they promise, in a moment each.</summary>
public sealed class VirtualScenarioTests
{
    [Fact]
    public void Smoke_Played_HasTheJobsAndOutcomesThatItPromises()
    {
        var run = VirtualStack.Play(Read("smoke/submit-poll.json"), 1, static stack => stack.RunAsync());

        var measured = run.Measured!;
        Assert.Equal(Verdict.Passed, run.Verdict.Result);
        Assert.True(measured.Arrivals >= 60, $"{measured.Arrivals} jobs");
        Assert.True(measured.Series.InFlightMaximum.Max() >= 10, $"{measured.Series.InFlightMaximum.Max()} in flight");
        Assert.True(measured.Outcomes.Length >= 4, $"{measured.Outcomes.Length} kinds of outcome");
        Assert.InRange(measured.DurationUs, 0, 40_000_000);
    }

    [Theory]
    [InlineData("steady", 1)]
    [InlineData("steady", 2)]
    [InlineData("spike", 1)]
    [InlineData("spike", 2)]
    [InlineData("error-mix", 1)]
    [InlineData("error-mix", 2)]
    [InlineData("outage-and-recovery", 1)]
    [InlineData("outage-and-recovery", 2)]
    public void Shipped_PlayedAsItIs_PassesOnAHealthyTwin(string name, int seed)
    {
        var run = VirtualStack.Play(Read($"load/{name}.json"), (ulong)seed, static stack => stack.RunAsync());

        Assert.True(run.Verdict.Result == Verdict.Passed, string.Join(' ', run.Verdict.Reasons));
    }

    [Fact]
    public void RateLimitWall_Played_PassesAndReportsTheTimeThatTheWallCost()
    {
        var run = VirtualStack.Play(Read("load/rate-limit-wall.json"), 1, static stack => stack.RunAsync());

        Assert.Equal((Verdict.Passed, 200L), (run.Verdict.Result, run.Measured!.Count(JobOutcome.Completed)));
        Assert.True(run.Measured.Totals.ThrottledUs > 600_000_000, $"throttled for {run.Measured.Totals.ThrottledUs} us");
    }

    [Fact]
    public void Soak_AnHourPlayed_FollowsEveryJobAndKeepsItsBooks()
    {
        var (run, elapsed) = VirtualStack.Play(Read("load/soak.json"), 1, static async stack => (await stack.RunAsync(), stack.Clock.Elapsed));

        Assert.InRange(elapsed, TimeSpan.FromHours(1), TimeSpan.FromHours(1.02));
        Assert.InRange(run.Measured!.Arrivals, 6_900, 7_500);
        Assert.Equal(run.Measured.Arrivals, run.Measured.Count(JobOutcome.Completed));
        Assert.Equal(12, run.Measured.Cohorts.Length);
        Assert.True(run.Verdict.Result == Verdict.Passed, string.Join(' ', run.Verdict.Reasons));
        Assert.InRange(run.Measured.Little.RelativeDifference, 0, 1e-6);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(8, 10)]
    [InlineData(20, 44)]
    public void Breakpoint_WorkersWithConstantServiceTime_LiesWithinFifteenPercentOfTheirLimit(int workers, double seconds)
    {
        var (service, limit) = (TimeSpan.FromSeconds(seconds), workers / seconds);
        var shipped = Read("capacity/ramp-to-breakpoint.json");
        var scenario = shipped with
        {
            Breakpoint = shipped.Breakpoint! with { Start = Rate.PerSecond(limit * 0.4), Objective = service * 3, JobTime = service, Highest = Rate.PerSecond(limit * 4) },
            Polls = shipped.Polls with { Every = service / 5 },
            JobTimeout = service * 100,
            Twin = shipped.Twin with { Workers = workers, ServiceTime = service },
        };

        var result = VirtualStack.Play(scenario, 1, static stack =>
            new RampToBreakpoint(BreakpointRunner.OptionsOf(stack.Order, PixverseHarness.Load.Ledger.NoLedger.Instance), stack.Workload, stack.Clock).RunAsync());

        Assert.True(result.IsConclusive, result.Reason);
        Assert.InRange(result.LastHeld!.Value.EachSecond / limit, 0.85, 1.15);
        Assert.InRange(result.FirstBroke!.Value.EachSecond / limit, 0.85, 1.15);
        Assert.True(result.LastHeld.Value.EachSecond < result.FirstBroke.Value.EachSecond);
    }

    private static LoadScenario Read(string file) =>
        LoadScenarioReader.Parse(file, File.ReadAllBytes(RepositoryRoot.Combine($"scenarios/{file}")));
}
