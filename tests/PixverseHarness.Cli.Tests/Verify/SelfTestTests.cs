using PixverseHarness.Cli.Verify;

namespace PixverseHarness.Cli.Tests.Verify;

public sealed class SelfTestTests
{
    [Fact]
    public async Task RunAsync_Quick_KillsEveryMutantAndAlarmsForNothing()
    {
        var result = await new SelfTest(seed: 1).RunAsync(isQuick: true, (_, _) => { }, CancellationToken.None);

        Assert.Empty(result.Mutants.Where(m => !m.IsKilled).Select(m => m.Id));
        Assert.Empty(result.FalseAlarms);
        Assert.Equal(100, result.CleanRuns);
    }
}
