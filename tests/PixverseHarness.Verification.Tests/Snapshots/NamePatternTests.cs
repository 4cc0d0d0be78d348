using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("*", "Contract.Submit", true)]
    [InlineData("Contract.Submit", "Contract.Submit", true)]
    [InlineData("Contract.Submit", "Contract.SubmitX", false)]
    [InlineData("contract.submit", "Contract.Submit", false)]
    [InlineData("Contract.*", "Contract.Submit", true)]
    [InlineData("*_answer=forbidden", "Contract.Submit_answer=forbidden", true)]
    [InlineData("Con*Sub*t", "Contract.Submit", true)]
    [InlineData("Con*x*t", "Contract.Submit", false)]
    [InlineData("aba*ba", "aba", false)]
    [InlineData("", "Contract", false)]
    public void Fits_PatternAndName_IsAsExpected(string pattern, string name, bool fits) => Assert.Equal(fits, NamePattern.Fits(pattern, name));
}
