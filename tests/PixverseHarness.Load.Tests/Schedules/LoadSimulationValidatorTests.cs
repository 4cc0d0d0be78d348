using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Tests.Schedules;

public sealed class LoadSimulationValidatorTests
{
    [Fact]
    public void Validate_GoodList_FindsNothing() =>
        Assert.Empty(LoadSimulationValidator.Validate(
        [
            new RampingInject(Rate.PerSecond(5), Time.Minutes(1)),
            new Inject(Rate.PerSecond(5), Time.Minutes(1)),
            new InjectRandom(Rate.PerSecond(1), Rate.PerSecond(5), Time.Seconds(1), Time.Minutes(1)),
            new Pause(Time.Seconds(1)),
            new RampingConstant(5, Time.Minutes(1)),
            new KeepConstant(5, Time.Minutes(1)),
            new IterationsForInject(Rate.PerSecond(1), 10),
        ]));

    [Fact]
    public void Validate_EveryKindOfFault_NamesEachWithItsPath()
    {
        var faults = LoadSimulationValidator.Validate(
        [
            new Inject(new Rate(-1, Time.Seconds(1)), TimeSpan.Zero),
            new InjectRandom(Rate.PerSecond(5), Rate.PerSecond(1), TimeSpan.Zero, Time.Minutes(1)),
            new KeepConstant(0, Time.Minutes(1)),
            new RampingConstant(-1, Time.Minutes(1)),
            new IterationsForConstant(0, 0),
            new IterationsForInject(Rate.Zero, 1),
        ]);

        Assert.Equal(
            [
                "[0].during", "[0].rate", "[1].maximum", "[1].interval", "[2].copies", "[3].copies",
                "[4]", "[4].copies", "[4].iterations", "[5].rate",
            ],
            faults.Select(static fault => fault.Path));
    }

    [Fact]
    public void Of_FaultyList_ThrowsWithEveryFault()
    {
        var thrown = Assert.Throws<ArgumentException>(() => LoadSchedule.Of([new KeepConstant(0, TimeSpan.Zero)]));

        Assert.Contains("[0].during", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("[0].copies: \"0\" is too small; write 1 or more.", thrown.Message, StringComparison.Ordinal);
    }
}
