using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using PixverseHarness.Cli.Load;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>What a report says, held against a twin that knows better, on virtual time.</summary>
public sealed class VirtualTruthTests
{
    private const int Seeds = 200;
    private const int JobsPerSeed = 120;

    private static readonly LoadScenario Hidden = new()
    {
        Purpose = "Jobs whose times nobody states.",
        Load = [new IterationsForInject(Rate.PerSecond(2), JobsPerSeed)],
        Polls = new PollSpec { Policy = PollKind.Jittered, Every = TimeSpan.FromSeconds(5), Spread = 0.2 },
    };

    [Fact]
    public void Report_WithoutTheServersOwnMetrics_HasTheTrueRunTimeInItsIntervalForNineteenSeedsOfTwenty()
    {
        var played = Enumerable.Range(1, Seeds)
            .Select(seed => VirtualStack.Play(Hidden, (ulong)seed, static async stack => (Run: await stack.RunAsync(), Jobs: stack.Twin.Jobs()), static twin => new WithoutMetrics(twin)))
            .ToArray();
        var truth = played.SelectMany(static run => run.Jobs).Select(static job => Micro(job.EndsAt - job.StartsAt)).Order().ToArray();

        foreach (var (percent, index) in new[] { (50, 0), (95, 2) })
        {
            var value = truth[(truth.Length * percent / 100) - 1];
            var held = played.Count(run => Hidden95(run.Run)[index] is { IntervalLow: { } low, IntervalHigh: { } high } && low <= value && value <= high);
            Assert.InRange(held, Seeds * 95 / 100, Seeds);
        }

        // The intervals must hold something back, too: 0 to infinity would contain every truth.
        Assert.All(played, static run => Assert.True(Hidden95(run.Run)[0].IntervalHigh - Hidden95(run.Run)[0].IntervalLow < 40_000_000));
        Assert.All(played, static run => Assert.Null(run.Run.Measured!.Phase(JobPhase.Run, MeasureSource.Stated)));
        Assert.Equal(Seeds * JobsPerSeed, truth.Length);
    }

    [Fact]
    public void Report_OnAnIdleVirtualMachine_AgreesWithTheTwinToTheMicrosecond()
    {
        var (run, jobs) = VirtualStack.Play(Hidden, 7, async stack => (await stack.RunAsync(), stack.Twin.Jobs()));

        // Stated by the twin, to four decimals of a second.
        var stated = run.Measured!.Phase(JobPhase.Run, MeasureSource.Stated)!;
        var truth = jobs.Select(static job => Micro(job.EndsAt - job.StartsAt)).Order().ToArray();
        Assert.InRange(stated.Percentiles[0].Value!.Value / (double)truth[(truth.Length / 2) - 1], 0.999, 1.001);
        Assert.Equal((JobsPerSeed, 0L), (run.Measured.Count(JobOutcome.Completed), run.Measured.Phase(JobPhase.Submit)!.MaximumUs));
    }

    [Fact]
    public void Report_GeneratorStoppedForThreeSeconds_MovesTheCorrectedTimesAndIsInconclusive()
    {
        var steady = Hidden with { Load = [new Inject(Rate.PerSecond(10), TimeSpan.FromSeconds(30))], Twin = new() { ServiceTime = TimeSpan.FromSeconds(9) } };

        var calm = VirtualStack.Play(steady, 1, static stack => stack.RunAsync());
        var stopped = VirtualStack.Play(steady, 1, static stack => stack.RunAsync(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(10.05), stack.Clock);
            stack.Clock.Stall(TimeSpan.FromSeconds(3));
        }));

        Assert.Equal((Verdict.Passed, Verdict.Inconclusive), (calm.Verdict.Result, stopped.Verdict.Result));
        Assert.Contains(stopped.Remarks, static remark => remark.Trouble == "generator-late");
        Assert.Equal(0, calm.Measured!.Phase(JobPhase.Submit)!.MaximumUs);
        Assert.InRange(stopped.Measured!.Phase(JobPhase.Submit)!.MaximumUs, 2_900_000, 3_000_000);
        Assert.Equal(0, stopped.Measured.Phase(JobPhase.Submit, MeasureSource.Uncorrected)!.MaximumUs);
    }

    private static ImmutableArray<PercentileEstimate> Hidden95(RunDocument run) =>
        run.Measured!.Phase(JobPhase.Run)!.Percentiles;

    private static long Micro(TimeSpan time) => (long)time.TotalMicroseconds;

    /// <summary>Takes the times out of every status answer: a service that states none.</summary>
    private sealed class WithoutMetrics(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!text.Contains("inference_time", StringComparison.Ordinal))
            {
                return response;
            }

            var body = JsonNode.Parse(text)!.AsObject();
            body["metrics"] = new JsonObject();
            response.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            return response;
        }
    }
}
