using System.Globalization;
using System.Text;
using CsCheck;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Payloads.Prompts;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.TestKit;

namespace PixverseHarness.Payloads.Tests;

public sealed class ValidPayloadsTests
{
    [Fact]
    public void OneRound_AnySeed_HoldsEachOfThe300CombinationsOnce() =>
        Gen.ULong.Sample(
            seed =>
            {
                IPayloadRounds source = new ValidPayloads(seed);
                var combinations = source.OneRound().Select(p => CombinationOf(p.Request!)).ToHashSet();

                Assert.Equal(300, combinations.Count);
                Assert.Subset(EnumCombination.AllValid.ToHashSet(), combinations);
            },
            iter: 20);

    [Fact]
    public void RequestAt_TenThousand_HasNineThousandDistinctPrompts()
    {
        var source = new ValidPayloads(7);

        var distinct = Enumerable.Range(0, 10_000).Select(i => source.RequestAt(i).Prompt).ToHashSet(StringComparer.Ordinal).Count;

        Assert.InRange(distinct, 9_000, 10_000);
    }

    [Fact]
    public void RequestAt_ThousandPrompts_AreWrittenInEveryLanguageByItsShare()
    {
        var source = new ValidPayloads(7);
        var prompts = Enumerable.Range(0, 1_000).Select(i => source.RequestAt(i).Prompt).ToList();

        foreach (var language in PromptLanguage.All)
        {
            var subjects = language.Scenes.SelectMany(s => s.Subjects).ToList();
            var count = prompts.Count(p => subjects.Exists(s => p.Contains(s, StringComparison.OrdinalIgnoreCase)));
            Assert.InRange(count / 1_000.0, language.Share - 0.06, language.Share + 0.06);
        }
    }

    [Fact]
    public void Shares_OfAllLanguages_AddUpToOne() => Assert.Equal(1, PromptLanguage.All.Sum(l => l.Share), precision: 6);

    [Fact]
    public void RequestAt_OneRound_UsesAllEightParametersAndLeavesOutTheOptionalOnes()
    {
        var requests = new ValidPayloads(7).OneRound().Select(p => p.Request!).ToList();

        Assert.Contains(requests, r => r is { Seed: not null, NegativePrompt: not null, Style: not null });
        Assert.Contains(requests, r => r is { Seed: null, NegativePrompt: null, Style: null });
    }

    [Fact]
    public void At_AnyPosition_IsAcceptedUnderEveryProfileAtItsPrice() =>
        Gen.Select(Gen.ULong, Gen.Long[0, long.MaxValue]).Sample(
            (seed, index) =>
            {
                var payload = new ValidPayloads(seed).At(index);

                foreach (var profile in Profiles.All.Add(Profiles.Strict))
                {
                    var reading = RequestReader.Read(payload.Body, profile);
                    Assert.Empty(reading.Faults);
                    Assert.Equal(payload.Request, reading.Request);
                    var expectation = payload.Expect(profile);
                    Assert.Equal(ExpectedAnswer.Accepted, expectation.Answer);
                    Assert.Equal(PriceTable.PriceOf(reading.Request), expectation.Price);
                }
            },
            iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void At_AnyCulture_GivesTheCommittedBytes(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            IPayloadRounds source = new ValidPayloads(42);

            var lines = source.From().Take(20).Select(p => Encoding.UTF8.GetString(p.Body.Span) + "\n");

            GoldenFile.Matches("tests/PixverseHarness.Payloads.Tests/Golden/valid-seed-42.jsonl", string.Concat(lines));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void At_EnteredAnywhere_GivesWhatTheSequenceGives()
    {
        var sequence = new ValidPayloads(3).From().Take(50).Select(p => p.Request).ToList();
        var backwards = new ValidPayloads(3);

        for (var index = 49; index >= 0; index--)
        {
            Assert.Equal(sequence[index], backwards.RequestAt(index));
        }
    }

    [Fact]
    public void RequestAt_OtherSeed_GivesOtherRequests()
    {
        var one = new ValidPayloads(1);
        var two = new ValidPayloads(2);

        Assert.InRange(Enumerable.Range(0, 100).Count(i => one.RequestAt(i) == two.RequestAt(i)), 0, 2);
    }

    private static EnumCombination CombinationOf(VideoRequest r) => new(r.AspectRatio, r.Duration, r.MotionMode, r.Quality, r.Style);
}
