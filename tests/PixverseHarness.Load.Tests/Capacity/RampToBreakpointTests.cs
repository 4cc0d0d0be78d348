using PixverseHarness.Load.Capacity;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Spending;
using PixverseHarness.Load.Tests.Engine;
using PixverseHarness.Load.VirtualTime;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.Capacity;

public sealed class RampToBreakpointTests
{
    [Theory]
    [InlineData(8, 10, ArrivalKind.Constant)]
    [InlineData(20, 44, ArrivalKind.Constant)]
    [InlineData(3, 5, ArrivalKind.Constant)]
    [InlineData(8, 10, ArrivalKind.Poisson)]
    [InlineData(20, 44, ArrivalKind.Poisson)]
    [InlineData(3, 5, ArrivalKind.Poisson)]
    public void RunAsync_WorkersWithConstantService_AnswersWithinFifteenPercentOrSaysInconclusive(int workers, double seconds, ArrivalKind arrival)
    {
        var limit = workers / seconds;
        for (ulong seed = 0; seed < 3; seed++)
        {
            // Random arrivals queue long before the limit; the objective is wide enough to leave the limit to decide.
            var options = Options(limit / 4, seconds) with { Arrival = arrival, Seed = seed * 1000 };
            var result = Search(workers, seconds, arrival == ArrivalKind.Poisson ? options with { Objective = Time.Seconds(seconds * 6), JobsPerStep = 400 } : options);

            if (arrival == ArrivalKind.Constant)
            {
                Assert.True(result.IsConclusive, result.Reason);
                Assert.InRange(limit, result.LastHeld!.Value.EachSecond * 0.999, result.FirstBroke!.Value.EachSecond * 1.03);
            }

            if (result.IsConclusive)
            {
                Assert.InRange(result.LastHeld!.Value.EachSecond / limit, 0.85, 1.15);
                Assert.InRange(result.FirstBroke!.Value.EachSecond / limit, 0.85, 1.15);
                Assert.True(result.FirstBroke.Value.EachSecond / result.LastHeld.Value.EachSecond <= 1.1 + 1e-6);
            }
        }
    }

    [Fact]
    public void RunAsync_StartsTooHigh_GoesDownToTheBreakpoint()
    {
        var result = Search(8, 10, Options(5, 10));

        Assert.True(result.IsConclusive, result.Reason);
        Assert.InRange(result.LastHeld!.Value.EachSecond / 0.8, 0.85, 1.03);
    }

    [Fact]
    public void RunAsync_NothingBreaks_IsInconclusiveAndSaysThatItLiesAbove()
    {
        var result = Search(int.MaxValue, 10, Options(1, 10) with { Highest = Rate.PerSecond(5) });

        Assert.False(result.IsConclusive);
        Assert.Null(result.FirstBroke);
        Assert.InRange(result.LastHeld!.Value.EachSecond, 3, 5);
        Assert.Contains("lies above", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void RunAsync_ObjectiveBelowTheServiceTime_BreaksEverywhereAndIsInconclusive()
    {
        var result = Search(8, 10, Options(0.2, 10) with { Objective = Time.Seconds(5), MostSteps = 4 });

        Assert.False(result.IsConclusive);
        Assert.Null(result.LastHeld);
        Assert.All(result.Steps, static step => Assert.Equal("End-to-end time broke the objective.", step.Reason));
    }

    [Fact]
    public void RunAsync_GeneratorCannotKeepTheRate_IsInconclusiveAndBlamesTheGenerator()
    {
        // Four seconds a submit allow a quarter of a job a second, and the service would hold 0.8.
        var result = Search(8, 10, Options(0.2, 10), stallPerSubmit: Time.Seconds(4));

        Assert.False(result.IsConclusive);
        Assert.Contains("did not keep the rate", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void RunAsync_LatenessMayBeWhatBrokeTheObjective_IsInconclusiveAndBlamesTheGenerator()
    {
        // Jobs of ten seconds, polled every two, take ten; the objective leaves no room for a generator that stops for a second.
        var result = Search(8, 10, Options(0.2, 10) with { Objective = Time.Seconds(10.5) }, standstill: Time.Seconds(1));

        Assert.False(result.IsConclusive);
        Assert.Contains("may be what broke the objective", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void RunAsync_GeneratorIsLateAndTheObjectiveHasRoomForIt_StillFindsTheLimit()
    {
        var result = Search(8, 10, Options(0.2, 10), stallPerSubmit: Time.Milliseconds(300));

        Assert.True(result.IsConclusive, result.Reason);
        Assert.InRange(result.LastHeld!.Value.EachSecond / 0.8, 0.85, 1.03);
    }

    [Fact]
    public void RunAsync_BudgetRunsOut_IsInconclusive()
    {
        var budget = new SpendBudget(null, mostJobs: 100);
        var result = Search(8, 10, Options(0.2, 10) with { Run = schedule => new LoadOptions { Schedule = schedule, Spend = budget } });

        Assert.Equal((false, "The budget did not last for the step."), (result.IsConclusive, result.Reason));
    }

    [Theory]
    [InlineData(300, 1, "interrupted after")] // In the second step, which is at 1.5/s then.
    [InlineData(225, 1, "between two steps")] // While the first one drains: it submits for 220 s, and its jobs take ten more.
    public void RunAsync_InterruptedOnce_DrainsTheStepAndKeepsWhatHeld(double seconds, double held, string reason)
    {
        var result = Interrupted(Time.Seconds(seconds), null);

        Assert.Equal((false, held, (Rate?)null), (result.IsConclusive, result.LastHeld?.EachSecond, result.FirstBroke));
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal(StepVerdict.Held, result.Steps[0].Verdict);
        Assert.All(result.Steps, static step => Assert.Equal(step.Result.Submitted, step.Result.Count(JobOutcome.Completed)));
    }

    [Fact]
    public void RunAsync_InterruptedTwice_StopsTheStepAndKeepsWhatHeld()
    {
        var result = Interrupted(Time.Seconds(300), Time.Seconds(301));

        Assert.Equal((false, 1d), (result.IsConclusive, result.LastHeld?.EachSecond));
        Assert.Contains("jobs in flight", result.Reason, StringComparison.Ordinal);
        Assert.True(result.Steps[^1].Result is { WasCutShort: true, Elapsed.TotalSeconds: < 75 }, $"{result.Steps[^1].Result}");
    }

    [Fact]
    public void RunAsync_JobsInFlightGrow_StopsTheStepEarly()
    {
        var result = Search(8, 10, Options(8, 10) with { MostSteps = 2 });

        Assert.Equal("Jobs in flight grew without end.", result.Steps[0].Reason);
        // The whole step would be 220 s of 8 jobs a second.
        Assert.Equal(StopReason.Aborted, result.Steps[0].Result.Reason);
        Assert.True(result.Steps[0].Result.Offered < 1100, $"{result.Steps[0].Result.Offered} jobs");
        Assert.InRange(result.Steps[0].Growth.PerSecond, 6.5, 8);
    }

    [Fact]
    public void Constructor_BadOption_NamesIt() =>
        Assert.Contains("factor: \"1\" is not allowed", Assert.Throws<ArgumentException>(() => Search(1, 1, Options(1, 1) with { Factor = 1 })).Message, StringComparison.Ordinal);

    private static BreakpointOptions Options(double start, double seconds) => new()
    {
        Start = Rate.PerSecond(start),
        Objective = Time.Seconds((seconds * 1.5) + 2),
        JobTime = Time.Seconds(seconds + 1),
        Run = static schedule => new LoadOptions { Schedule = schedule, JobTimeout = Time.Hours(2) },
    };

    private static BreakpointResult Search(int workers, double seconds, BreakpointOptions options, TimeSpan stallPerSubmit = default, TimeSpan standstill = default) =>
        VirtualPump.Run(clock =>
        {
            var service = new ModelledService(clock, Time.Seconds(seconds), workers)
            {
                OnSubmit = _ =>
                {
                    clock.Stall(stallPerSubmit);
                    return null;
                },
            };
            _ = StandStillAsync(clock, standstill);
            return new RampToBreakpoint(options, service, clock).RunAsync();
        });

    private static BreakpointResult Interrupted(TimeSpan drain, TimeSpan? stop) => VirtualPump.Run(async clock =>
    {
        using var first = new CancellationTokenSource(drain, clock);
        using var second = stop is { } at ? new CancellationTokenSource(at, clock) : new CancellationTokenSource();
        return await new RampToBreakpoint(Options(1, 10), new ModelledService(clock, Time.Seconds(10)), clock).RunAsync(first.Token, second.Token);
    });

    /// <summary>Stops everything for <paramref name="standstill"/> again and again, whatever is under way.</summary>
    private static async Task StandStillAsync(VirtualClock clock, TimeSpan standstill)
    {
        while (standstill > TimeSpan.Zero)
        {
            await Task.Delay(Time.Seconds(7.03), clock);
            clock.Stall(standstill);
        }
    }
}
