using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class EnumCombinationTests
{
    [Fact]
    public void AllValid_Count_IsThatOfTheApiPage()
    {
        Assert.Equal(ApiPage.Get("counts.validEnumCombinations").GetInt32(), EnumCombination.AllValid.Distinct().Count());
        Assert.Equal(300, EnumCombination.AllValid.Length);
    }

    [Fact]
    public void AllValid_TriplesOfQualityDurationAndMotion_AreTen()
    {
        var triples = EnumCombination.AllValid.Select(c => (c.Quality, c.Duration, c.MotionMode)).Distinct().ToList();

        Assert.Equal(ApiPage.Get("counts.qualityDurationModeTriples").GetInt32(), triples.Count);
        Assert.Single(triples, t => t.Quality == Quality.P1080);
    }

    [Fact]
    public void ToRequest_EveryCombination_IsWrittenAndReadBackUnchanged()
    {
        Assert.All(EnumCombination.AllValid, combination =>
        {
            var request = combination.ToRequest("Paper boats on a canal.");
            using var body = JsonSerializer.SerializeToDocument(request, ContractJson.Default.VideoRequest);

            var reading = RequestReader.Read(body.RootElement, ApiProfile.Documented);

            Assert.Empty(reading.Faults);
            Assert.Equal(request, reading.Request);
        });
    }

    [Fact]
    public void AllValid_NamesOnTheWire_AreThoseOfTheApiPage()
    {
        var written = EnumCombination.AllValid
            .Select(c => JsonSerializer.SerializeToElement(c.ToRequest("x"), ContractJson.Default.VideoRequest))
            .ToList();

        Assert.All(ApiPage.All("parameters").Where(p => p.TryGetProperty("enum", out _)), page =>
        {
            var name = page.Text("name");
            var values = written.Where(body => body.TryGetProperty(name, out _)).Select(body => body.GetProperty(name).GetRawText());
            Assert.Equal(
                page.GetProperty("enum").EnumerateArray().Select(v => v.GetRawText()).Order(StringComparer.Ordinal),
                values.Distinct().Order(StringComparer.Ordinal));
        });
    }
}
