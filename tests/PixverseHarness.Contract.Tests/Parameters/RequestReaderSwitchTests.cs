using System.Globalization;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class RequestReaderSwitchTests
{
    [Theory]
    [InlineData("aspect_ratio")]
    [InlineData("duration")]
    [InlineData("motion_mode")]
    [InlineData("quality")]
    public void Read_OmittedDefault_FillsInWhatThePageShows(string name)
    {
        var reading = Read(Body.Valid.Without(name), "omitted", "default");

        Assert.True(reading.IsValid);
        var page = ApiPage.All("parameters").Single(p => p.Text("name") == name).Plain("default");
        var value = name switch
        {
            "aspect_ratio" => reading.Request.AspectRatio == AspectRatio.Landscape16x9 ? "16:9" : "other",
            "duration" => ((int)reading.Request.Duration).ToString(CultureInfo.InvariantCulture),
            "motion_mode" => reading.Request.MotionMode == MotionMode.Normal ? "normal" : "other",
            _ => reading.Request.Quality == Quality.P540 ? "540p" : "other",
        };
        Assert.Equal(page, value);
    }

    [Fact]
    public void Read_OmittedDefault_DoesNotExcuseThePrompt() =>
        Assert.Equal([ParameterFaultKind.Missing], Kinds(Read(Body.Valid.Without("prompt"), "omitted", "default")));

    [Theory]
    [InlineData("ignore", false)]
    [InlineData("reject", true)]
    public void Read_UnknownMember_FollowsTheSwitch(string value, bool isFault)
    {
        var reading = Read(Body.Valid.And("timeout", "600"), "unknown-members", value);

        Assert.Equal(isFault ? [ParameterFaultKind.UnknownMember] : [], Kinds(reading));
    }

    [Theory]
    [InlineData("ignore", false)]
    [InlineData("reject", true)]
    public void Read_DuplicateMember_FollowsTheSwitchAndTheLastCounts(string value, bool isFault)
    {
        var reading = Read(Body.Valid.And("quality", "\"360p\""), "duplicate-members", value);

        Assert.Equal(isFault ? [ParameterFaultKind.DuplicateMember] : [], Kinds(reading));
        Assert.Equal(Quality.P360, reading.Request.Quality);
    }

    [Theory]
    [InlineData("reject", "\"8\"", ParameterFaultKind.WrongType)]
    [InlineData("accept", "\"8\"", null)]
    [InlineData("accept", "\"6\"", ParameterFaultKind.NotAllowed)]
    [InlineData("accept", "\"\"", ParameterFaultKind.WrongType)]
    [InlineData("accept", "\" 8\"", ParameterFaultKind.WrongType)]
    [InlineData("accept", "\"8.0\"", ParameterFaultKind.WrongType)]
    public void Read_NumberAsText_FollowsTheSwitch(string value, string raw, ParameterFaultKind? fault) =>
        Assert.Equal(fault is { } kind ? [kind] : [], Kinds(Read(Body.Valid.With("duration", raw), "numbers-as-text", value)));

    [Theory]
    [InlineData("by-value", "5.0", true)]
    [InlineData("by-value", "5e0", true)]
    [InlineData("by-value", "50e-1", true)]
    [InlineData("literal", "5.0", false)]
    [InlineData("literal", "5e0", false)]
    [InlineData("literal", "5", true)]
    public void Read_WholeNumberWrittenOtherwise_FollowsTheSwitch(string value, string raw, bool isValid) =>
        Assert.Equal(isValid ? [] : [ParameterFaultKind.WrongType], Kinds(Read(Body.Valid.With("duration", raw), "integer-forms", value)));

    [Theory]
    [InlineData("any", "-1", true)]
    [InlineData("upstream", "-1", false)]
    [InlineData("upstream", "0", true)]
    [InlineData("upstream", "2147483647", true)]
    [InlineData("upstream", "2147483648", false)]
    public void Read_SeedAtTheEdges_FollowsTheSwitch(string value, string raw, bool isValid) =>
        Assert.Equal(isValid ? [] : [ParameterFaultKind.OutOfRange], Kinds(Read(Body.Valid.And("seed", raw), "seed-range", value)));

    [Theory]
    [InlineData("none", 100_000, true)]
    [InlineData("2048", 2_048, true)]
    [InlineData("2048", 2_049, false)]
    public void Read_LongTexts_FollowTheSwitch(string value, int codePoints, bool isValid)
    {
        var text = $"\"{string.Concat(Enumerable.Repeat("\U0001F3AC", codePoints))}\"";
        var body = Body.Valid.With("prompt", text).And("negative_prompt", text);

        var expected = isValid ? [] : new[] { ParameterFaultKind.TooLong, ParameterFaultKind.TooLong };
        Assert.Equal(expected, Kinds(Read(body, "prompt-limit", value)));
    }

    private static RequestReading Read(Body body, string name, string value) =>
        RequestReader.Read(body.Parse(), ProfileSwitches.Find(name)!.Apply(ApiProfile.Documented, value));

    private static IEnumerable<ParameterFaultKind> Kinds(RequestReading reading) => reading.Faults.Select(f => f.Kind);
}
