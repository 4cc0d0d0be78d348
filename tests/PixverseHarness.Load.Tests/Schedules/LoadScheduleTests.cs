using CsCheck;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Tests.Schedules;

public sealed class LoadScheduleTests
{
    private static readonly Gen<LoadSimulation> AnyOpen = Gen.OneOf<LoadSimulation>(
        Gen.Select(Gen.Double[0, 20], Gen.Double[1, 300], static (rate, seconds) => (LoadSimulation)new Inject(Rate.PerSecond(rate), Time.Seconds(seconds))),
        Gen.Select(Gen.Double[0, 20], Gen.Double[1, 300], static (rate, seconds) => (LoadSimulation)new RampingInject(Rate.PerSecond(rate), Time.Seconds(seconds))),
        Gen.Select(Gen.Double[0, 5], Gen.Double[5, 20], Gen.Double[0.5, 7], Gen.Double[1, 300], static (low, high, interval, seconds) =>
            (LoadSimulation)new InjectRandom(Rate.PerSecond(low), Rate.PerSecond(high), Time.Seconds(interval), Time.Seconds(seconds))),
        Gen.Double[1, 60].Select(static seconds => (LoadSimulation)new Pause(Time.Seconds(seconds))));

    private static readonly Gen<LoadSimulation[]> AnyProfile = AnyOpen.Array[1, 5];

    [Fact]
    public void Arrivals_Inject_AreEvenlySpacedAndExactInNumber()
    {
        var arrivals = LoadSchedule.Of([new Inject(Rate.Parse("30/m"), Time.Minutes(10))]).Arrivals().ToArray();

        Assert.Equal(300, arrivals.Length);
        Assert.Equal(new Arrival(0, TimeSpan.Zero, 0), arrivals[0]);
        Assert.Equal(new Arrival(299, Time.Seconds(598), 0), arrivals[^1]);
    }

    [Fact]
    public void Arrivals_RampingInject_SolveTheIntegralOfTheRamp()
    {
        // From 0 to 10/s in 20 s: n jobs are due after sqrt(4 n) seconds.
        var arrivals = LoadSchedule.Of([new RampingInject(Rate.PerSecond(10), Time.Seconds(20))]).Arrivals().ToArray();

        Assert.Equal(100, arrivals.Length);
        Assert.All(arrivals, static arrival => Assert.Equal(Math.Sqrt(4.0 * arrival.Number), arrival.Offset.TotalSeconds, tolerance: 1e-7));
    }

    [Fact]
    public void Arrivals_RampDownToZero_EndInsideTheRamp()
    {
        var schedule = LoadSchedule.Of(
            [new Inject(Rate.PerSecond(10), Time.Seconds(10)), new RampingInject(Rate.Zero, Time.Seconds(10))]);

        var arrivals = schedule.Arrivals().ToArray();

        Assert.Equal(150, arrivals.Length);
        Assert.All(arrivals, static arrival => Assert.True(arrival.Offset < Time.Seconds(20)));
        Assert.Equal(5, schedule.RateAt(Time.Seconds(15)), precision: 9);
    }

    [Fact]
    public void Arrivals_AfterPause_RampBeginsAtZeroAndTheNumberGoesOn()
    {
        var schedule = LoadSchedule.Of(
        [
            new Inject(Rate.PerSecond(2), Time.Seconds(5)),
            new Pause(Time.Seconds(60)),
            new RampingInject(Rate.PerSecond(2), Time.Seconds(10)),
        ]);

        var arrivals = schedule.Arrivals().ToArray();

        Assert.Equal(20, arrivals.Length);
        Assert.Equal(new Arrival(9, Time.Seconds(4.5), 0), arrivals[9]);
        Assert.Equal(new Arrival(10, Time.Seconds(65), 2), arrivals[10]);
        Assert.Equal(0, schedule.RateAt(Time.Seconds(30)));
    }

    [Fact]
    public void Arrivals_ConstantOverAnyInterval_AreTheIntegralOfTheRateWithinOne() =>
        Gen.Select(AnyProfile, Gen.ULong, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((simulations, seed, one, other) =>
        {
            var schedule = LoadSchedule.Of(simulations, ArrivalKind.Constant, seed);
            var from = schedule.Length!.Value * Math.Min(one, other);
            var to = schedule.Length!.Value * Math.Max(one, other);

            var count = schedule.Arrivals().Count(arrival => arrival.Offset >= from && arrival.Offset < to);

            return Math.Abs(count - (schedule.ExpectedBefore(to) - schedule.ExpectedBefore(from))) <= 1.001;
        });

    [Fact]
    public void Arrivals_AnyProfile_AreInOrderNumberedAndInsideTheirStep() =>
        Gen.Select(AnyProfile, Gen.ULong, Gen.Bool).Sample((simulations, seed, poisson) =>
        {
            var schedule = LoadSchedule.Of(simulations, poisson ? ArrivalKind.Poisson : ArrivalKind.Constant, seed);
            var before = TimeSpan.Zero;
            var number = 0L;
            foreach (var arrival in schedule.Arrivals())
            {
                var step = schedule.Steps[arrival.Step];
                if (arrival.Number != number++ || arrival.Offset < before || arrival.Offset < step.Start || arrival.Offset > step.End)
                {
                    return false;
                }

                before = arrival.Offset;
            }

            return true;
        });

    [Fact]
    public void Arrivals_SameSeed_AreTheSameAndAnotherSeedGivesOthers()
    {
        LoadSimulation[] simulations =
        [
            new RampingInject(Rate.PerSecond(5), Time.Minutes(1)),
            new InjectRandom(Rate.PerSecond(1), Rate.PerSecond(9), Time.Seconds(5), Time.Minutes(1)),
        ];

        var first = LoadSchedule.Of(simulations, ArrivalKind.Poisson, 1).Arrivals().ToArray();

        Assert.Equal(first, LoadSchedule.Of(simulations, ArrivalKind.Poisson, 1).Arrivals());
        Assert.NotEqual(first, LoadSchedule.Of(simulations, ArrivalKind.Poisson, 2).Arrivals());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Arrivals_Poisson_HaveMeanAndVarianceOfTheIntegral(bool ramp)
    {
        LoadSimulation simulation = ramp
            ? new RampingInject(Rate.PerSecond(8), Time.Seconds(25))
            : new Inject(Rate.PerSecond(4), Time.Seconds(25));
        var counts = Enumerable.Range(0, 2000)
            .Select(seed => (double)LoadSchedule.Of([simulation], ArrivalKind.Poisson, (ulong)seed).Arrivals().Count())
            .ToArray();

        // 100 expected: over 2000 seeds the mean strays by 0.22 and the variance by 3.2 (one standard deviation each).
        var mean = counts.Average();
        Assert.InRange(mean, 99, 101);
        Assert.InRange(counts.Average(count => (count - mean) * (count - mean)), 88, 112);
    }

    [Fact]
    public void Arrivals_PoissonRamp_FollowTheRampInTime()
    {
        // From 0 up, a quarter of all jobs fall into the first half of the ramp.
        var arrivals = LoadSchedule.Of([new RampingInject(Rate.PerSecond(100), Time.Seconds(400))], ArrivalKind.Poisson, 3).Arrivals().ToArray();

        var early = arrivals.Count(static arrival => arrival.Offset < Time.Seconds(200));
        Assert.InRange(early / (double)arrivals.Length, 0.235, 0.265);
    }

    [Theory]
    [InlineData(ArrivalKind.Constant)]
    [InlineData(ArrivalKind.Poisson)]
    public void Arrivals_IterationsForInject_AreExactlyThatMany(ArrivalKind arrival)
    {
        var schedule = LoadSchedule.Of(
            [new Inject(Rate.PerSecond(1.5), Time.Seconds(3)), new IterationsForInject(Rate.PerSecond(2), 40)], arrival, 11);

        Assert.Equal(40, schedule.Arrivals().Count(static each => each.Step == 1));
    }

    [Fact]
    public void ExpectedBefore_IterationsForInject_StopsAtTheIterations()
    {
        var schedule = LoadSchedule.Of([new IterationsForInject(Rate.PerSecond(2), 40)]);

        Assert.Equal(10, schedule.ExpectedBefore(Time.Seconds(5)), precision: 9);
        Assert.Equal(40, schedule.ExpectedBefore(Time.Hours(1)), precision: 9);
        Assert.Equal(Time.Seconds(20), schedule.Length);
    }

    [Fact]
    public void CopiesChanges_RampUpKeepAndDown_AreOneCopyAtATime()
    {
        var schedule = LoadSchedule.Of(
        [
            new RampingConstant(2, Time.Seconds(10)),
            new KeepConstant(2, Time.Seconds(10)),
            new RampingConstant(0, Time.Seconds(10)),
        ]);

        Assert.Equal(
            [
                new CopiesChange(Time.Seconds(0), 1), new CopiesChange(Time.Seconds(5), 2),
                new CopiesChange(Time.Seconds(25), 1), new CopiesChange(Time.Seconds(30), 0),
            ],
            schedule.CopiesChanges.ToArray());
        Assert.Equal(2, schedule.MostCopies);
        Assert.Equal(1, schedule.CopiesAt(Time.Seconds(4)));
    }

    [Fact]
    public void CopiesChanges_ClosedThenOpen_RetireAllCopiesWhereTheOpenOneBegins()
    {
        var schedule = LoadSchedule.Of([new KeepConstant(3, Time.Seconds(10)), new Inject(Rate.PerSecond(1), Time.Seconds(5))]);

        Assert.Equal([new CopiesChange(TimeSpan.Zero, 3), new CopiesChange(Time.Seconds(10), 0)], schedule.CopiesChanges.ToArray());
        Assert.Equal(5, schedule.Arrivals().Count());
        Assert.Equal(1, schedule.StepAt(Time.Seconds(12)));
        Assert.Equal(0, schedule.StepAt(Time.Seconds(9)));
    }

    [Fact]
    public void Arrivals_NoSimulations_AreNone()
    {
        var schedule = LoadSchedule.Of([]);

        Assert.Empty(schedule.Arrivals());
        Assert.Equal(TimeSpan.Zero, schedule.Length);
    }
}
