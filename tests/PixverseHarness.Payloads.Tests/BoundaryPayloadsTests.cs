using CsCheck;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Boundaries;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests;

public sealed class BoundaryPayloadsTests
{
    [Fact]
    public void OneRound_AnySeed_StandingHoldsUnderEveryProfile() =>
        Gen.ULong.Sample(
            seed =>
            {
                foreach (var payload in Round(seed).Where(p => p.Label.Standing != Standing.Unknown))
                {
                    foreach (var profile in Profiles.All.Add(Profiles.Strict))
                    {
                        var accepted = payload.Expect(profile).Answer == ExpectedAnswer.Accepted;
                        Assert.True(accepted == (payload.Label.Standing == Standing.Valid), $"{payload.Label.Name} under {profile.Name}");
                    }
                }
            },
            iter: 3);

    [Theory]
    [InlineData("prompt")]
    [InlineData("negative_prompt")]
    public void OneRound_Lengths_AreWhatTheirLabelsSay(string parameter)
    {
        foreach (var payload in Round(1).Where(p => p.Label.Family == BoundaryFamily.Length && p.Label.Parameter == parameter))
        {
            var request = RequestReader.Read(payload.Body, ApiProfile.Documented).Request;
            var text = (parameter == "prompt" ? request.Prompt : request.NegativePrompt)!;
            var units = payload.Label.Case.EndsWith("decomposed", StringComparison.Ordinal) ? text.EnumerateRunes().Count() / 2 : text.EnumerateRunes().Count();

            Assert.StartsWith($"{units}-", payload.Label.Case, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("length/prompt/2048-ascii", true)]
    [InlineData("length/prompt/2049-ascii", false)]
    [InlineData("length/prompt/2048-astral", true)]
    [InlineData("length/prompt/2048-decomposed", false)]
    public void Expect_PromptLimit2048_CountsCodePoints(string name, bool accepted)
    {
        var profile = ApiProfile.Documented with { PromptLimit = 2048 };

        var payload = Round(1).Single(p => p.Label.Name == name);

        Assert.Equal(accepted, payload.Expect(profile).Answer == ExpectedAnswer.Accepted);
        Assert.Equal(ExpectedAnswer.Accepted, payload.Expect(ApiProfile.Documented).Answer);
    }

    [Fact]
    public void OneRound_EveryParameterAndEveryFamily_HasAnEdge()
    {
        var labels = Round(1).Select(p => p.Label).ToList();

        Assert.Subset(labels.Select(l => l.Parameter).ToHashSet(), ParameterCatalogue.All.Select(p => p.Name).ToHashSet());
        var families = typeof(BoundaryFamily).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
        Assert.Equal(families, labels.Select(l => l.Family).ToHashSet());
        Assert.Equal(labels.Count, labels.Select(l => l.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void OneRound_AllThreeStandings_AreThere() =>
        Assert.Equal([Standing.Valid, Standing.Invalid, Standing.Unknown], Round(1).Select(p => p.Label.Standing).Distinct().Order());

    [Fact]
    public void Expect_BodyBeyondOneMebibyte_IsTheTwinsOwnRefusal()
    {
        var payload = Round(1).Single(p => p.Label.Case == "two-mebibytes-of-white-space");

        var allowed = payload.Expect(ApiProfile.Documented).Causes.Single();

        Assert.Equal(("body_too_large", 413), (allowed.Cause.Name, allowed.Status));
    }

    private static IEnumerable<Payload> Round(ulong seed) => new BoundaryPayloads(seed).OneRound();
}
