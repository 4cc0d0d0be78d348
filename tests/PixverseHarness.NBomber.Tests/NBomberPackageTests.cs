namespace PixverseHarness.NBomber.Tests;

public sealed class NBomberPackageTests
{
    [Fact]
    public void HowToSwitchOn_InAnyBuild_IsOneLineWithTheSwitch()
    {
        Assert.Contains("PixverseNBomber=true", NBomberPackage.HowToSwitchOn, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', NBomberPackage.HowToSwitchOn);
        Assert.Equal(NBomberPackage.IsOn, NBomberPackage.Version is not null);
    }
}
