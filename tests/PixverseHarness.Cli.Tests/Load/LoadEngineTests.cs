using PixverseHarness.NBomber;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class LoadEngineTests
{
    private static readonly string Smoke = RepositoryRoot.Combine("scenarios/smoke/submit-poll.json");

    private readonly Pixverse _pixverse = new();

    [SkippableFact]
    public async Task Load_OnNBomberInABuildWithoutIt_SaysInOneLineHowToSwitchItOn()
    {
        Skip.If(NBomberPackage.IsOn, "This build has NBomber.");

        var run = await _pixverse.RunAsync("load", Smoke, "--engine", "nbomber");

        Assert.Equal((ExitCodes.Usage, ""), (run.Code, run.Output));
        Assert.StartsWith("error PXH0921: --engine: this build has no NBomber.", run.Error, StringComparison.Ordinal);
        Assert.Contains("PixverseNBomber=true dotnet build", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Load_OnAnEngineThatIsNone_NamesBoth()
    {
        var run = await _pixverse.RunAsync("load", Smoke, "--engine", "nbombr");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("\"nbombr\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"nbomber\"?", run.Error, StringComparison.Ordinal);
    }
}
