using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class RequestReaderTests
{
    private static readonly ApiProfile Documented = ApiProfile.Documented;

    [Fact]
    public void Read_ValidBody_GivesEveryValue()
    {
        var body = Body.Valid
            .And("negative_prompt", "\"No sudden movements.\"").And("seed", "56698").And("style", "\"3d_animation\"").Parse();

        var reading = RequestReader.Read(body, Documented);

        Assert.True(reading.IsValid);
        var expected = new VideoRequest
        {
            Prompt = "A lighthouse at dusk.",
            AspectRatio = AspectRatio.Portrait9x16,
            Duration = ClipDuration.FiveSeconds,
            MotionMode = MotionMode.Normal,
            Quality = Quality.P720,
            NegativePrompt = "No sudden movements.",
            Seed = 56698,
            Style = VideoStyle.Animation3D,
        };
        Assert.Equal(expected, reading.Request);
    }

    [Fact]
    public void Read_ValidExampleOfTheApiPage_LacksOnlyThePrompt()
    {
        var reading = RequestReader.Read(ApiPage.Get("validExample"), Documented);

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(("prompt", ParameterFaultKind.Missing), (fault.Parameter, fault.Kind));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"prompt\"")]
    [InlineData("5")]
    [InlineData("true")]
    public void Read_BodyThatIsNoObject_IsOneFaultOfTheWhole(string text)
    {
        using var document = JsonDocument.Parse(text);

        var reading = RequestReader.Read(document.RootElement, Documented);

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(("", ParameterFaultKind.NotAnObject), (fault.Parameter, fault.Kind));
    }

    [Theory]
    [InlineData("aspect_ratio")]
    [InlineData("duration")]
    [InlineData("motion_mode")]
    [InlineData("prompt")]
    [InlineData("quality")]
    public void Read_RequiredParameterLeftOut_IsMissing(string name) =>
        AssertFault(Body.Valid.Without(name), name, ParameterFaultKind.Missing);

    [Theory]
    [InlineData("aspect_ratio")]
    [InlineData("duration")]
    [InlineData("motion_mode")]
    [InlineData("prompt")]
    [InlineData("quality")]
    [InlineData("negative_prompt")]
    [InlineData("seed")]
    public void Read_Null_IsAFault(string name) => AssertFault(Body.Valid.With(name, "null"), name, ParameterFaultKind.Null);

    [Fact]
    public void Read_NullStyle_MeansNone()
    {
        var reading = RequestReader.Read(Body.Valid.And("style", "null").Parse(), Documented);

        Assert.True(reading.IsValid);
        Assert.Null(reading.Request.Style);
    }

    [Theory]
    [InlineData("aspect_ratio", "16")]
    [InlineData("aspect_ratio", "[\"16:9\"]")]
    [InlineData("duration", "\"5\"")]
    [InlineData("duration", "5.5")]
    [InlineData("duration", "true")]
    [InlineData("motion_mode", "false")]
    [InlineData("prompt", "42")]
    [InlineData("prompt", "{}")]
    [InlineData("prompt", "\"\\ud800\"")]
    [InlineData("quality", "540")]
    [InlineData("negative_prompt", "[]")]
    [InlineData("seed", "\"56698\"")]
    [InlineData("seed", "0.5")]
    [InlineData("seed", "1e400")]
    [InlineData("seed", "9223372036854775808")]
    [InlineData("style", "1")]
    public void Read_OtherJsonType_IsWrongType(string name, string raw) =>
        AssertFault(Body.Valid.With(name, raw), name, ParameterFaultKind.WrongType);

    [Theory]
    [InlineData("aspect_ratio", "\"21:9\"")]
    [InlineData("aspect_ratio", "\" 16:9\"")]
    [InlineData("duration", "6")]
    [InlineData("duration", "-5")]
    [InlineData("motion_mode", "\"Fast\"")]
    [InlineData("motion_mode", "\"\"")]
    [InlineData("quality", "\"4k\"")]
    [InlineData("quality", "\"540P\"")]
    [InlineData("style", "\"day\"")]
    [InlineData("style", "\"\"")]
    public void Read_ValueOutsideTheList_IsNotAllowed(string name, string raw) =>
        AssertFault(Body.Valid.With(name, raw), name, ParameterFaultKind.NotAllowed);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \\t\\n \"")]
    public void Read_PromptWithoutText_IsEmpty(string raw) =>
        AssertFault(Body.Valid.With("prompt", raw), "prompt", ParameterFaultKind.Empty);

    [Fact]
    public void Read_EmptyNegativePrompt_IsAllowed() =>
        Assert.Empty(RequestReader.Read(Body.Valid.And("negative_prompt", "\"\"").Parse(), Documented).Faults);

    [Theory]
    [InlineData("\"fast\"", "8", "\"540p\"", "R1")]
    [InlineData("\"normal\"", "8", "\"1080p\"", "R2")]
    [InlineData("\"fast\"", "5", "\"1080p\"", "R3")]
    public void Read_BrokenRule_IsNamed(string motion, string duration, string quality, string rule)
    {
        var body = Body.Valid.With("motion_mode", motion).With("duration", duration).With("quality", quality).Parse();

        var fault = Assert.Single(RequestReader.Read(body, Documented).Faults);

        Assert.Equal(ParameterFaultKind.RuleBroken, fault.Kind);
        Assert.Equal(rule, fault.Rule?.Id);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllReportedInTheOrderOfTheCatalogue()
    {
        var body = Body.Valid.With("quality", "\"4k\"").Without("duration").With("seed", "\"x\"").With("prompt", "null").Parse();

        var faults = RequestReader.Read(body, Documented).Faults;

        Assert.Equal(["duration", "prompt", "quality", "seed"], faults.Select(f => f.Parameter));
        Assert.All(faults, f => Assert.Contains($"'{f.Parameter}'", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("2147483648")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    public void Read_AnySeed_IsAllowedByDefault(string raw)
    {
        var reading = RequestReader.Read(Body.Valid.And("seed", raw).Parse(), Documented);

        Assert.True(reading.IsValid);
        Assert.Equal(raw, reading.Request.Seed?.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_EscapedMemberNames_AreTheSameNames()
    {
        var body = Body.Valid.Without("prompt").And("\\u0070rompt", "\"A kite.\"").Parse();

        Assert.Equal("A kite.", RequestReader.Read(body, Documented).Request.Prompt);
    }

    private static void AssertFault(Body body, string parameter, ParameterFaultKind kind)
    {
        var fault = Assert.Single(RequestReader.Read(body.Parse(), Documented).Faults);

        Assert.Equal((parameter, kind), (fault.Parameter, fault.Kind));
        Assert.Null(fault.Rule);
    }
}
