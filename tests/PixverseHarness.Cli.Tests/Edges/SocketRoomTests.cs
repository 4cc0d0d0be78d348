using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Tests.Edges;

public sealed class SocketRoomTests
{
    [Theory]
    [InlineData(20_000, 1, 19_680)]
    [InlineData(20_000, 2, 9_840)]
    [InlineData(1_024, 1, 704)]
    [InlineData(300, 1, 16)]
    public void Of_ALimitOfOpenFiles_LeavesWhatTheProcessNeeds(int files, int sides, int sockets) =>
        Assert.Equal(sockets, SocketRoom.Of(new FakeMachine { OpenFiles = files }, sides));

    [Fact]
    public void Of_AMachineThatDoesNotSay_SetsNoLimit() => Assert.Null(SocketRoom.Of(new FakeMachine()));

    [SkippableFact]
    public void OpenFiles_OnLinux_IsTheLimitOfTheProcess()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /proc.");

        Assert.True(new SystemMachine().OpenFiles > 0);
    }
}
