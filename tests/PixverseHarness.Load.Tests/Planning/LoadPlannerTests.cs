using PixverseHarness.Load.Planning;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Tests.Planning;

public sealed class LoadPlannerTests
{
    private static readonly PlanAssumptions FortyFourSeconds = new() { JobTime = Time.Seconds(44), RequestTime = TimeSpan.Zero };

    [Fact]
    public void Plan_SteadyRate_IsLittlesLaw()
    {
        var plan = LoadPlanner.Plan(
            LoadSchedule.Of([new Inject(Rate.Parse("30/m"), Time.Minutes(10))]),
            FortyFourSeconds with { PriceMicroDollars = 375_000 });

        // 0.5 jobs a second; polled every 2 s a job takes 22.5 polls and is seen 1 s late.
        Assert.Equal(300, plan.Jobs, precision: 6);
        Assert.Equal(1800, plan.PeakJobsPerHour, precision: 6);
        Assert.Equal(22.5, plan.PollsPerJob, precision: 6);
        Assert.Equal(Time.Seconds(1), plan.DetectionDelay);
        Assert.Equal(Time.Seconds(45), plan.TimeInFlight);
        Assert.Equal(22.5, plan.PeakInFlight, precision: 6);
        Assert.Equal(11.25, plan.PeakPollsPerSecond, precision: 6);
        Assert.Equal(300 * 24.5, plan.Requests, precision: 6);
        Assert.Equal(112_500_000, plan.CostMicroDollars);
        Assert.Equal(Time.Minutes(10) + Time.Seconds(45), plan.Total);
        Assert.Null(plan.BindsFirst);
        Assert.Null(plan.SustainableJobsPerHour);
    }

    [Fact]
    public void Plan_RequestsTakeTime_SocketsAreTheirLittlesLaw()
    {
        var plan = LoadPlanner.Plan(
            LoadSchedule.Of([new Inject(Rate.PerSecond(50), Time.Minutes(10))]),
            new PlanAssumptions { JobTime = Time.Seconds(119.5), RequestTime = Time.Milliseconds(100), Polls = PollPolicies.Fixed(Time.Milliseconds(900)) });

        // A poll each second of 119.5 s, seen half a second late: 120 polls and two more requests, 50 times a second, 100 ms each.
        Assert.Equal(120, plan.PollsPerJob, tolerance: 0.1);
        Assert.Equal(610, plan.Sockets, tolerance: 1.0);
        Assert.Equal(6000, plan.PeakPollsPerSecond, tolerance: 10.0);
    }

    [Fact]
    public void Plan_ClosedModel_KeepsItsCopies()
    {
        var plan = LoadPlanner.Plan(LoadSchedule.Of([new KeepConstant(9, Time.Minutes(15))]), FortyFourSeconds);

        // Nine copies, 45 s a job: 720 jobs an hour.
        Assert.Equal(9, plan.PeakInFlight, precision: 6);
        Assert.Equal(720, plan.PeakJobsPerHour, precision: 6);
        Assert.Equal(180, plan.Jobs, precision: 6);
    }

    [Fact]
    public void Plan_Iterations_EndWhenTheyAreSpent()
    {
        Assert.Equal(Time.Seconds(50), LoadPlanner.Plan(LoadSchedule.Of([new IterationsForInject(Rate.PerSecond(2), 100)], ArrivalKind.Poisson), FortyFourSeconds).Submitting);
        Assert.Equal(Time.Seconds(450), LoadPlanner.Plan(LoadSchedule.Of([new IterationsForConstant(10, 100)]), FortyFourSeconds).Submitting);
    }

    [Fact]
    public void Plan_EachLimit_BindsWhereTheIntegralSays()
    {
        var plan = LoadPlanner.Plan(
            LoadSchedule.Of([new Inject(Rate.PerSecond(1), Time.Minutes(10))]),
            FortyFourSeconds with
            {
                SubmitsPerMinute = 50,
                Workers = 8,
                PriceMicroDollars = 375_000,
                BalanceMicroDollars = 10_000_000,
                MaxInFlight = 40,
            });

        var limits = plan.Limits.ToDictionary(static limit => limit.Kind);
        Assert.Equal(50, limits[PlanLimitKind.SubmitsPerMinute].BindsAt!.Value.TotalSeconds, tolerance: 0.01);
        Assert.Equal(60, limits[PlanLimitKind.SubmitsPerMinute].Wanted, tolerance: 0.01);
        Assert.Equal(8, limits[PlanLimitKind.Workers].BindsAt!.Value.TotalSeconds, tolerance: 0.01);
        Assert.Equal(44, limits[PlanLimitKind.Workers].Wanted, tolerance: 0.01);
        Assert.Equal(26, limits[PlanLimitKind.Balance].BindsAt!.Value.TotalSeconds, tolerance: 0.01);
        Assert.Equal(225_000_000, limits[PlanLimitKind.Balance].Wanted, tolerance: 1);
        Assert.Equal(40, limits[PlanLimitKind.MaxInFlight].BindsAt!.Value.TotalSeconds, tolerance: 0.01);
        Assert.Equal(PlanLimitKind.Workers, plan.BindsFirst!.Kind);
        Assert.Equal(8 * 3600 / 44.0, plan.SustainableJobsPerHour!.Value, tolerance: 0.01);
    }

    [Fact]
    public void Plan_ExactlyWithinItsLimits_FitsThem()
    {
        var plan = LoadPlanner.Plan(
            LoadSchedule.Of([new Inject(Rate.Parse("30/m"), Time.Minutes(10))]),
            FortyFourSeconds with { SubmitsPerMinute = 30, Workers = 22, PriceMicroDollars = 1, BalanceMicroDollars = 300 });

        Assert.Null(plan.BindsFirst);
    }

    [Fact]
    public void Plan_Ramp_BindsWhereItCrossesTheLimit()
    {
        // From 0 to 10/s in 100 s: the rate at t is t/10, 20 jobs have started after 20 s.
        var plan = LoadPlanner.Plan(
            LoadSchedule.Of([new RampingInject(Rate.PerSecond(10), Time.Seconds(100))]),
            FortyFourSeconds with { PriceMicroDollars = 1, BalanceMicroDollars = 20 });

        Assert.Equal(20, plan.BindsFirst!.BindsAt!.Value.TotalSeconds, tolerance: 0.01);
    }

    [Fact]
    public void Plan_Blocking_HoldsOneConnectionPerJob()
    {
        var plan = LoadPlanner.Plan(
            LoadSchedule.Of([new Inject(Rate.PerSecond(1), Time.Minutes(10))]),
            FortyFourSeconds with { Steps = JobSteps.Blocking });

        Assert.Equal(44, plan.Sockets);
        Assert.Equal(0, plan.PollsPerJob);
        Assert.Equal(600, plan.Requests, precision: 6);
    }

    [Fact]
    public void Plan_Nothing_IsNothing()
    {
        var plan = LoadPlanner.Plan(LoadSchedule.Of([]), FortyFourSeconds);

        Assert.Equal((0, 0, TimeSpan.Zero), (plan.Jobs, plan.Sockets, plan.Total));
    }
}
