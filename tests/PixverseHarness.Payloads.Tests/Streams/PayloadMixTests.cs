using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests.Streams;

public sealed class PayloadMixTests
{
    [Theory]
    [InlineData("valid=0.9,violating=0.1", 0.9, 0, 0.1)]
    [InlineData("valid=1", 1, 0, 0)]
    [InlineData("boundary = 0.5 , violating = 0.5", 0, 0.5, 0.5)]
    [InlineData("valid=0.1,boundary=0.2,violating=0.7", 0.1, 0.2, 0.7)]
    public void TryParse_SharesThatAddUp_GivesThem(string text, double valid, double boundary, double violating)
    {
        Assert.True(PayloadMix.TryParse(text, out var mix, out var problem));
        Assert.Null(problem);
        Assert.Equal(new PayloadMix(valid, boundary, violating), mix);
    }

    [Theory]
    [InlineData("", "needs KIND=SHARE, not ''")]
    [InlineData("valid", "needs KIND=SHARE, not 'valid'")]
    [InlineData("good=1", "knows valid, boundary, violating, not 'good'")]
    [InlineData("valid=0.9", "must add up to 1, not 0.9")]
    [InlineData("valid=0.9,violating=0.2", "must add up to 1, not 1.1")]
    [InlineData("valid=0,9,violating=0.1", "needs KIND=SHARE, not '9'")]
    [InlineData("valid=-1,violating=2", "needs a share from 0 to 1, not '-1'")]
    [InlineData("valid=NaN", "needs a share from 0 to 1, not 'NaN'")]
    [InlineData("valid=0.5,valid=0.5", "names 'valid' twice")]
    public void TryParse_AnythingElse_SaysWhatIsWrong(string text, string expected)
    {
        Assert.False(PayloadMix.TryParse(text, out var mix, out var problem));
        Assert.Null(mix);
        Assert.Equal(expected, problem);
    }
}
