namespace PixverseHarness.House.Tests;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("x-api-key: SG_4f09b1c27d3a5e86")]
    [InlineData("token = ghp_0123456789abcdefghijABCDEFGHIJ")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    public void IsIn_ARealOne_IsSeen(string line) => Assert.True(Secrets.IsIn(line));

    [Theory]
    [InlineData("SG_0000000000000406")]
    [InlineData("SG_5ce4e00000000001")]
    [InlineData("KEY='x-api-key: SG_0123456789abcdef'")]
    [InlineData("SG_ and 16 hex digits")]
    [InlineData("the key is read from SEGMIND_API_KEY")]
    public void IsIn_AMadeUpKey_IsNot(string line) => Assert.False(Secrets.IsIn(line));
}
