using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class ParameterCatalogueTests
{
    public static TheoryData<string> Names { get; } = [.. ApiPage.All("parameters").Select(p => p.Text("name"))];

    [Fact]
    public void All_Names_AreTheEightOfTheApiPage()
    {
        Assert.Equal(8, ParameterCatalogue.All.Length);
        Assert.Equal(ApiPage.All("parameters").Select(p => p.Text("name")), ParameterCatalogue.All.Select(p => p.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_EveryParameter_IsAsTheApiPageSays(string name)
    {
        var page = ApiPage.All("parameters").Single(p => p.Text("name") == name);

        var spec = ParameterCatalogue.Find(name)!;

        Assert.Equal(page.GetProperty("required").GetBoolean(), spec.Required);
        Assert.Equal(page.Text("type"), spec.Type == ParameterType.Integer ? "integer" : "string");
        Assert.Equal(page.Plain("default"), spec.Default);
        var values = page.TryGetProperty("enum", out var list) ? list.EnumerateArray().Select(v => v.ToString()).ToArray() : [];
        Assert.Equal(values, spec.Allowed);
        Assert.Equal(values.Length > 0, spec.IsEnum);
    }

    [Fact]
    public void All_Nullable_IsOnlyStyle() =>
        Assert.Equal(["style"], ParameterCatalogue.All.Where(p => p.Nullable).Select(p => p.Name));

    [Theory]
    [InlineData("Prompt")]
    [InlineData("model")]
    [InlineData("")]
    public void Find_UnknownName_IsNull(string name) => Assert.Null(ParameterCatalogue.Find(name));
}
