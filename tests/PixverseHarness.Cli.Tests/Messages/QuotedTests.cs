using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.Tests.Messages;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("two\nlines\u001b[31m", "\"two\\u000alines\\u001b[31m\"")]
    [InlineData("SG_0123456789abcdef", "\"SG_(hidden)\"")]
    [InlineData("--key=SG_0123456789abcdef", "\"--key=SG_(hidden)\"")]
    public void Of_AnyValue_IsOnePrintableLineWithoutKeys(string value, string expected) => Assert.Equal(expected, Quoted.Of(value));

    [Fact]
    public void Of_LongValue_IsCut()
    {
        var quoted = Quoted.Of(new string('a', 10_000));

        Assert.InRange(quoted.Length, 80, 90);
        Assert.EndsWith("…\"", quoted, StringComparison.Ordinal);
    }
}
