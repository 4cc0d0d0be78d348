using PixverseHarness.Cli.Load;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class PollSpecTests
{
    [Theory]
    [InlineData(nameof(PollKind.Fixed), 2000, 4)]
    [InlineData(nameof(PollKind.Jittered), 400, 4)]
    [InlineData(nameof(PollKind.Fixed), 50, 0.5)]
    [InlineData(nameof(PollKind.Backoff), 100, 1)]
    [InlineData(nameof(PollKind.Hinted), 2000, 1)]
    public void ToGrain_OfAPolicy_IsAHundredthOfItsShortestWaitAndAtMostFourMilliseconds(string policy, double everyMilliseconds, double milliseconds) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            new PollSpec { Policy = Enum.Parse<PollKind>(policy), Every = TimeSpan.FromMilliseconds(everyMilliseconds) }.ToGrain());
}
