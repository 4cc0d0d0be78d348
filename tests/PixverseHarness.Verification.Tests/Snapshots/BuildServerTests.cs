using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

public sealed class BuildServerTests
{
    [Theory]
    [InlineData(true, "CI", "true")]
    [InlineData(true, "CI", "1")]
    [InlineData(false, "CI", "false")]
    [InlineData(false, "CI", "0")]
    [InlineData(false, "CI", "")]
    [InlineData(true, "GITHUB_ACTIONS", "true")]
    [InlineData(true, "TF_BUILD", "True")]
    [InlineData(true, "JENKINS_URL", "http://ci")]
    [InlineData(false, "PATH", "/bin")]
    public void IsDetected_OneVariable_IsAsExpected(bool detected, string name, string value) =>
        Assert.Equal(detected, BuildServer.IsDetected(asked => asked == name ? value : null));

    [Fact]
    public void IsDetected_CiSaysNo_WinsOverTheOthers() =>
        Assert.False(BuildServer.IsDetected(name => name switch { "CI" => "false", "GITHUB_ACTIONS" => "true", _ => null }));
}
