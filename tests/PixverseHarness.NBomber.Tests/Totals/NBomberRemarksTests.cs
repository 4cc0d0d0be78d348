using System.Collections.Immutable;
using PixverseHarness.Load.Engine;
using PixverseHarness.NBomber.Mapping;
using PixverseHarness.NBomber.Totals;
using PixverseHarness.Results.Analysis;

namespace PixverseHarness.NBomber.Tests.Totals;

public sealed class NBomberRemarksTests
{
    [Fact]
    public void Of_ARunThatItCountedToo_GivesItsCountAndWhatItCannotKnow() => Assert.Equal(
        ["engine-nbomber Note", "nbomber-count Note"], Troubles(offered: 100, copies: 100, counted: 100, polls: 300, polled: 300));

    [Fact]
    public void Of_CopiesThatItDidNotCount_WarnsOfItsOwnReports() =>
        Assert.Contains("nbomber-miscount Warning", Troubles(offered: 100, copies: 100, counted: 99, polls: 300, polled: 300));

    [Fact]
    public void Of_PollsThatItDidNotCount_WarnsOfItsOwnReports() =>
        Assert.Contains("nbomber-miscount Warning", Troubles(offered: 100, copies: 100, counted: 100, polls: 299, polled: 300));

    [Theory]
    [InlineData(98, true)]
    [InlineData(99, false)]
    public void Of_FewerJobsThanPlanned_DistrustsBelow99Percent(long offered, bool distrusts) =>
        Assert.Equal(distrusts, Troubles(offered, offered, offered, 300, 300).Contains("generator-late Distrust"));

    [Fact]
    public void Of_ARunThatWasStoppedAndDrained_GivesItsCountAndAsksForNoMoreJobs() => Assert.Equal(
        ["engine-nbomber Note", "nbomber-count Note"], Troubles(offered: 10, copies: 10, counted: 10, polls: 30, polled: 30, StopReason.Interrupted));

    [Fact]
    public void Of_ARunThatWasCutShort_SaysNothingOfCounts() => Assert.Equal(
        ["engine-nbomber Note"], Troubles(offered: 10, copies: 10, counted: 0, polls: 0, polled: 30, StopReason.Interrupted, cutShort: true));

    private static List<string> Troubles(
        long offered, long copies, long counted, long polls, long polled, StopReason reason = StopReason.PlanDone, bool cutShort = false)
    {
        var result = new LoadResult
        {
            StartedAt = DateTimeOffset.UnixEpoch,
            Elapsed = TimeSpan.Zero,
            DrainedFrom = TimeSpan.Zero,
            Reason = reason,
            WasCutShort = cutShort,
            Cohorts = [],
            Offered = offered,
            Submitted = offered,
            Adopted = 0,
            Outcomes = [],
            MostInFlight = 0,
            Polls = polled,
            MissedPolls = 0,
            PollErrorsSurvived = 0,
            ThrottledAnswers = 0,
            Throttled = TimeSpan.Zero,
            LateAcceptances = 0,
        };
        var totals = new NBomberTotals(new StepTotals("", counted, 0, 12.34, 56.78), [new StepTotals("poll", polls, 0, 1, 2)]);
        var load = new MappedLoad(ImmutableArray<SimulationCall>.Empty, TimeSpan.Zero, 100);
        return [.. NBomberRemarks.Of("4.1.2", load, copies, result, totals).Select(Name)];
    }

    private static string Name(Remark remark) => $"{remark.Trouble} {remark.Weight}";
}
