using System.Text;
using CsCheck;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Shrinking;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests.Shrinking;

public sealed class PayloadShrinkerTests
{
    private static readonly Payload Sample = new ValidPayloads(42).At(0) with
    {
        Body = """
            {"prompt":"A lonely lighthouse glows, first-person view.","aspect_ratio":"1:1","duration":5,"motion_mode":"normal","quality":"720p","seed":404684018,"style":"anime"}
            """u8.ToArray(),
        Request = null,
    };

    [Theory]
    [InlineData("\"quality\":\"720p\"", "{\"quality\":\"720p\"}")]
    [InlineData("lonely", "{\"prompt\":\"lonely\"}")]
    [InlineData("\"duration\":", "{\"duration\":0}")]
    [InlineData("\"style\"", "{\"style\":\"\"}")]
    public void Shrink_TargetThatStumblesOverOneThing_KeepsJustThat(string culprit, string expected)
    {
        var result = PayloadShrinker.Shrink(Sample, p => Text(p).Contains(culprit, StringComparison.Ordinal));

        Assert.Equal(expected, Text(result.Payload));
        Assert.True(result is { Reproduced: true, IsMinimal: true });
    }

    [Theory]
    [InlineData("""{"prompt":"x","prompt":"y","seed":1}""", "\"y\"", 2, """{"prompt":"","prompt":"y"}""")]
    [InlineData("""{"prompt":"a fox \ud83e runs","seed":5.0}""", "\\ud83e", 1, """{"prompt":"\ud83e"}""")]
    [InlineData("""{"prompt":"a fox","seed":5.0e0}""", "5.0e0", 1, """{"seed":5.0e0}""")]
    [InlineData("""{"x":[[1,2,[3,4]],{"deep":[7]}]}""", "7", 0, """{"x":[{"deep":[7]}]}""")]
    public void Shrink_WhatAParserWouldLose_IsKeptAsItIsWritten(string body, string culprit, int prompts, string expected)
    {
        var payload = Sample with { Body = Encoding.UTF8.GetBytes(body), Request = null };

        var result = PayloadShrinker.Shrink(payload, p =>
            Text(p).Contains(culprit, StringComparison.Ordinal) && (prompts < 2 || Text(p).Split("\"prompt\"").Length - 1 >= prompts)
            && (culprit != "7" || Text(p).Contains("deep", StringComparison.Ordinal)));

        Assert.Equal(expected, Text(result.Payload));
    }

    [Fact]
    public void Shrink_BodyThatIsNoJson_LosesCharactersAndStaysUtf8()
    {
        var payload = Sample with { Body = "{\"prompt\":\"狐が走る\",, oops"u8.ToArray(), Request = null };

        var result = PayloadShrinker.Shrink(payload, p => Text(p).Contains('狐') && Text(p).Contains(",,", StringComparison.Ordinal));

        Assert.Equal("狐,,", Text(result.Payload));
    }

    [Fact]
    public void Shrink_BytesThatAreNoText_LosesBytes()
    {
        var payload = new ViolatingPayloads(1).OneRound().Single(p => p.Label.Case == "overlong-slash");

        var result = PayloadShrinker.Shrink(payload, p => p.Body.Span.Contains((byte)0xc0));

        Assert.Equal([0xc0], result.Payload.Body.ToArray());
    }

    [Fact]
    public void Shrink_AnyViolationOfABody_EndsMinimalAndStillBrokenTheSameWay()
    {
        foreach (var payload in new ViolatingPayloads(3).OneRound().Where(p => p.Label.Fault is not null && p.Body.Length < 1_000))
        {
            bool StillBroken(Payload p) => RequestReader.Read(p.Body, Profiles.Strict).Faults.Any(f => f.Kind == payload.Label.Fault);

            var result = PayloadShrinker.Shrink(payload, StillBroken);

            Assert.True(result is { Reproduced: true, IsMinimal: true }, payload.Label.Name);
            Assert.True(StillBroken(result.Payload), payload.Label.Name);
            Assert.InRange(result.Payload.Body.Length, 0, payload.Body.Length);
        }
    }

    [Fact]
    public void Shrink_RandomSetOfNeededCharacters_KeepsExactlyThose() =>
        Gen.Char['b', 'z'].HashSet[0, 6].Sample(needed =>
        {
            var payload = Sample with { Body = Encoding.UTF8.GetBytes($"{{\"a\":\"{string.Concat(Enumerable.Range('b', 25).Select(c => (char)c))}\"}}"), Request = null };

            var result = PayloadShrinker.Shrink(payload, p => Text(p).StartsWith("{\"a\":\"", StringComparison.Ordinal) && needed.All(c => Text(p).Contains(c)));

            Assert.Equal($"{{\"a\":\"{string.Concat(needed.Order())}\"}}", Text(result.Payload));
        });

    [Fact]
    public void Shrink_PayloadThatDoesNotFail_SaysSoAfterOneCheck()
    {
        var result = PayloadShrinker.Shrink(Sample, _ => false);

        Assert.Equal(new ShrinkResult(Sample, 1, Reproduced: false, IsMinimal: false), result);
    }

    [Fact]
    public void Shrink_ChecksRunOut_GivesTheBestSoFarAndSaysSo()
    {
        var asked = 0;

        var result = PayloadShrinker.Shrink(Sample, p => ++asked > 0 && Text(p).Contains("720p", StringComparison.Ordinal), maxChecks: 5);

        Assert.Equal((5, 5, false), (asked, result.Checks, result.IsMinimal));
        Assert.Contains("720p", Text(result.Payload), StringComparison.Ordinal);
    }

    [Fact]
    public void Shrink_FailureThatNeedsNoParticularHeader_EndsWithPlainJson()
    {
        var payload = Sample with { ContentType = "application/json; charset=utf-16" };

        Assert.Equal("application/json", PayloadShrinker.Shrink(payload, _ => true).Payload.ContentType);
        Assert.Equal(payload.ContentType, PayloadShrinker.Shrink(payload, p => p.ContentType == payload.ContentType).Payload.ContentType);
    }

    [Fact]
    public async Task ShrinkAsync_PredicateThatTakesTime_ShrinksAndObeysCancellation()
    {
        var result = await PayloadShrinker.ShrinkAsync(
            Sample, async (p, _) =>
            {
                await Task.Yield();
                return RequestReader.Read(p.Body, ApiProfile.Documented).Request.Quality == Quality.P720;
            },
            PayloadShrinker.DefaultMaxChecks, CancellationToken.None);

        Assert.Equal("""{"quality":"720p"}""", Text(result.Payload));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PayloadShrinker.ShrinkAsync(Sample, (_, _) => ValueTask.FromResult(true), 10, cancelled.Token));
    }

    private static string Text(Payload payload) => Encoding.UTF8.GetString(payload.Body.Span);
}
