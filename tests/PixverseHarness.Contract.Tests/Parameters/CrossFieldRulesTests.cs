using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class CrossFieldRulesTests
{
    [Fact]
    public void All_Rules_AreThoseOfTheApiPage()
    {
        var page = ApiPage.All("rules").Select(r =>
        {
            var condition = r.GetProperty("if").EnumerateObject().Single();
            var consequence = r.GetProperty("then").EnumerateObject().Single();
            return (r.Text("id"), condition.Name, condition.Value.ToString(), consequence.Name, consequence.Value.ToString());
        });

        Assert.Equal(page, CrossFieldRules.All.Select(r => (r.Id, r.IfParameter, r.IfValue, r.ThenParameter, r.ThenValue)));
    }

    [Theory]
    [InlineData("360p", 5, "normal", "")]
    [InlineData("360p", 5, "fast", "")]
    [InlineData("360p", 8, "normal", "")]
    [InlineData("360p", 8, "fast", "R1")]
    [InlineData("540p", 5, "normal", "")]
    [InlineData("540p", 5, "fast", "")]
    [InlineData("540p", 8, "normal", "")]
    [InlineData("540p", 8, "fast", "R1")]
    [InlineData("720p", 5, "normal", "")]
    [InlineData("720p", 5, "fast", "")]
    [InlineData("720p", 8, "normal", "")]
    [InlineData("720p", 8, "fast", "R1")]
    [InlineData("1080p", 5, "normal", "")]
    [InlineData("1080p", 5, "fast", "R3")]
    [InlineData("1080p", 8, "normal", "R2")]
    [InlineData("1080p", 8, "fast", "R1 R2 R3")]
    public void BrokenBy_EveryTriple_NamesTheRules(string quality, int seconds, string motion, string broken)
    {
        var request = new VideoRequest
        {
            Prompt = "A lighthouse at dusk.",
            Quality = WireEnum.Read<Quality>(quality),
            Duration = (ClipDuration)seconds,
            MotionMode = WireEnum.Read<MotionMode>(motion),
        };

        Assert.Equal(broken, string.Join(' ', CrossFieldRules.BrokenBy(request).Select(r => r.Id)));
    }

    [Fact]
    public void Sentence_OfR1_ReadsAsARule() => Assert.Equal("motion_mode=fast needs duration=5", CrossFieldRules.R1.Sentence);
}
