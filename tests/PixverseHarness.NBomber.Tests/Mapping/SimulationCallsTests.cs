using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Tests;
using PixverseHarness.NBomber.Mapping;

namespace PixverseHarness.NBomber.Tests.Mapping;

public sealed class SimulationCallsTests
{
    public static TheoryData<string, double, int, int, double> Rates => new()
    {
        // rate, seconds, injections, copies in each, seconds between them
        { "8/s", 12, 12, 8, 1 },
        { "30/m", 12, 6, 1, 2 },
        { "200/s", 3, 3, 200, 1 },
        { "1.5/s", 5, 4, 2, 1.25 },
        { "0.3/s", 10, 3, 1, 10 / 3.0 },
        { "8/s", 1.5, 2, 6, 0.75 },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void Of_AnInjection_KeepsTheJobsOfOurOwnScheduleInWholeCopies(string rate, double seconds, int injections, int copies, double interval)
    {
        LoadSimulation[] load = [new Inject(Rate.Parse(rate), Time.Seconds(seconds))];

        var mapped = SimulationCalls.Of(load, ArrivalKind.Constant);

        var call = mapped.Calls[0];
        Assert.Equal((CopiesKind.Inject, injections, copies), (call.Kind, call.Injections, call.Copies));
        Assert.Equal(interval, call.Interval.TotalSeconds, 5);
        Assert.Equal(LoadSchedule.Of(load).Arrivals().LongCount(), mapped.Jobs);
    }

    [Fact]
    public void Of_EveryWholeRateUpTo300_KeepsTheJobs() => Assert.All(Enumerable.Range(1, 300), perMinute =>
    {
        LoadSimulation[] load = [new Inject(Rate.PerMinute(perMinute), Time.Seconds(61.5))];

        Assert.Equal(LoadSchedule.Of(load).Arrivals().LongCount(), SimulationCalls.Of(load, ArrivalKind.Constant).Jobs);
    });

    [Fact]
    public void Of_AnInjectionWithPoissonArrivals_IsOneInjectionOverTheWholeTime()
    {
        var call = SimulationCalls.Of([new Inject(Rate.PerSecond(8), Time.Seconds(12))], ArrivalKind.Poisson).Calls[0];

        Assert.Equal(new SimulationCall(CopiesKind.Inject, Time.Seconds(12), 96, Time.Seconds(12)), call);
        Assert.Equal(1, call.Injections);
    }

    [Fact]
    public void Of_IterationsAtARate_LastAsLongAsTheyTake()
    {
        var mapped = SimulationCalls.Of([new IterationsForInject(Rate.PerSecond(4), 20)], ArrivalKind.Constant);

        Assert.Equal((20L, Time.Seconds(5)), (mapped.Jobs, mapped.During));
    }

    [Fact]
    public void Of_ARampAfterAnInjection_TakesItsIntervalAndCountsAsNBomberDoes()
    {
        var mapped = SimulationCalls.Of(
            [new Inject(Rate.Parse("30/m"), Time.Seconds(12)), new RampingInject(Rate.PerSecond(5), Time.Seconds(10))], ArrivalKind.Constant);

        Assert.Equal(new SimulationCall(CopiesKind.RampingInject, Time.Seconds(10), 10, Time.Seconds(2)), mapped.Calls[1]);

        // 6 of the injection; then 1, 3, 5, 6, 8 on the way from 1 to 10: 2.8, 4.6, 6.4 and 8.2 rounded.
        Assert.Equal(6 + 1 + 3 + 5 + 6 + 8, mapped.Jobs);
    }

    [Fact]
    public void Of_ARandomRate_AllowsTheHighestNumberThatNBomberNeverDraws()
    {
        var mapped = SimulationCalls.Of([new InjectRandom(Rate.PerSecond(2), Rate.PerSecond(5), Time.Seconds(2), Time.Seconds(10))], ArrivalKind.Constant);

        Assert.Equal(new SimulationCall(CopiesKind.InjectRandom, Time.Seconds(10), 11, Time.Seconds(2), 4), mapped.Calls[0]);
        Assert.Null(mapped.Jobs);
    }

    [Fact]
    public void Of_ClosedSimulationsAndPauses_AreThemselves()
    {
        var mapped = SimulationCalls.Of(
            [new RampingConstant(5, Time.Seconds(3)), new KeepConstant(5, Time.Seconds(4)), new Pause(Time.Seconds(2))], ArrivalKind.Constant);

        Assert.Equal(
            [
                new SimulationCall(CopiesKind.RampingConstant, Time.Seconds(3), 5),
                new SimulationCall(CopiesKind.KeepConstant, Time.Seconds(4), 5),
                new SimulationCall(CopiesKind.Pause, Time.Seconds(2)),
                new SimulationCall(CopiesKind.Pause, Time.Seconds(1)),
            ],
            mapped.Calls.AsEnumerable());
        Assert.Equal((null, Time.Seconds(9)), (mapped.Jobs, mapped.During));
    }

    [Fact]
    public void Of_ARateOfZero_IsAPause() => Assert.Equal(
        new SimulationCall(CopiesKind.Pause, Time.Seconds(5)),
        SimulationCalls.Of([new Inject(Rate.Zero, Time.Seconds(5))], ArrivalKind.Constant).Calls[0]);

    [Fact]
    public void Faults_OfWhatNBomberCannotDo_NameEachWithAWayOut()
    {
        Assert.Equal(
            ["load[0]: \"500ms\" is too short for NBomber; write 1s or more.", "load[1]: NBomber 4 has no iterations-for-constant; write keep-constant with a duration."],
            SimulationCalls.Faults([new Inject(Rate.PerSecond(9), Time.Milliseconds(500)), new IterationsForConstant(3, 10)]).AsEnumerable());
        Assert.Empty(SimulationCalls.Faults([new Inject(Rate.PerSecond(9), Time.Seconds(1)), new IterationsForInject(Rate.PerSecond(3), 10)]));
    }
}
