using System.Globalization;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Clauses;

public sealed class ClauseCatalogueTests
{
    private const string OneSentence = """^['A-Za-z0-9].*[^.\s]\.$""";

    private const string Sections = """^(1[0-6]|[1-9])(\.[0-9]+)?(, (1[0-6]|[1-9])(\.[0-9]+)?)*$""";

    public static TheoryData<string> Causes { get; } = [.. ErrorCauses.All.Select(c => c.Name)];

    public static TheoryData<string, string> SwitchValues { get; } = AllSwitchValues();

    [Fact]
    public void All_IdsAndSentences_AreUnique()
    {
        Assert.Equal(ClauseCatalogue.All.Length, ClauseCatalogue.All.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            ClauseCatalogue.All.Length,
            ClauseCatalogue.All.Select(c => c.Sentence).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void All_NumbersOfAnArea_AscendWithoutGap() =>
        Assert.All(ClauseCatalogue.All.GroupBy(c => c.Area), area =>
            Assert.Equal(Enumerable.Range(1, area.Count()).Select(n => $"PV-{area.Key}-{n:000}"), area.Select(c => c.Id)));

    [Fact]
    public void All_EveryClause_IsWellFormed() =>
        Assert.All(ClauseCatalogue.All, clause =>
        {
            Assert.Same(clause, ClauseCatalogue.Find(clause.Id));
            Assert.Matches("^PV-[A-Z]+-[0-9]{3}$", clause.Id);
            Assert.Matches(OneSentence, clause.Sentence);
            Assert.NotEmpty(clause.Evidence.Source);
            Assert.Matches(Sections, clause.Evidence.Section);
            Assert.All(clause.Causes, cause => Assert.NotNull(ErrorCauses.Find(cause)));
            Assert.Equal(clause.Causes.Distinct(), clause.Causes);
        });

    [Theory]
    [MemberData(nameof(Causes))]
    public void Covering_EveryCause_FindsAClause(string cause) => Assert.NotEmpty(ClauseCatalogue.Covering(cause));

    [Theory]
    [MemberData(nameof(SwitchValues))]
    public void All_EveryValueOfASwitch_HasAClauseThatHoldsOnlyUnderIt(string name, string value)
    {
        var choice = ProfileSwitches.Find(name)!;
        var clauses = ClauseCatalogue.All.Where(c => c.Profile == $"{name}={value}").ToList();

        Assert.NotEmpty(clauses);
        Assert.All(clauses, clause =>
            Assert.All(choice.Values, v => Assert.Equal(v == value, clause.HoldsUnder(choice.Apply(ApiProfile.Documented, v)))));
    }

    [Fact]
    public void HoldsUnder_ClauseWithoutSwitch_IsEveryProfile() =>
        Assert.All(ClauseCatalogue.All.Where(c => c.Profile is null), c => Assert.True(c.HoldsUnder(ApiProfile.Documented) && c.HoldsUnder(ApiProfile.Observed)));

    [Fact]
    public void All_Profiles_AreSettingsOfKnownSwitches()
    {
        var settings = SwitchValues.Select(row => $"{row[0]}={row[1]}").ToHashSet(StringComparer.Ordinal);

        Assert.All(ClauseCatalogue.All.Where(c => c.Profile is not null), c => Assert.Contains(c.Profile!, settings));
    }

    [Fact]
    public void All_SectionsThatSpeakOfTheWire_AreCited()
    {
        var cited = ClauseCatalogue.All
            .SelectMany(c => c.Evidence.Section.Split(", "))
            .Select(s => int.Parse(s.Split('.')[0], CultureInfo.InvariantCulture))
            .ToHashSet();

        Assert.Superset(Enumerable.Range(1, 15).ToHashSet(), cited);
    }

    [Fact]
    public void All_EveryContradictionOfTheFactsSheet_IsCited()
    {
        var cited = ClauseCatalogue.All.SelectMany(c => c.Evidence.Section.Split(", ")).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(Enumerable.Range(1, 15).Select(n => $"15.{n}").ToHashSet(StringComparer.Ordinal), cited);
    }

    [Fact]
    public void All_EveryConfidence_IsUsed() =>
        Assert.Equal(Enum.GetValues<Confidence>(), ClauseCatalogue.All.Select(c => c.Evidence.Confidence).Distinct().Order());

    [Fact]
    public void All_OpenQuestion_SaysWhatTheHarnessDoesMeanwhile() =>
        Assert.All(
            ClauseCatalogue.All.Where(c => c.Evidence.Confidence == Confidence.Unknown),
            c => Assert.True(c.Profile is not null || c.Evidence.Source.Contains("twin", StringComparison.Ordinal), $"{c.Id} does not say."));

    [Theory]
    [InlineData("pv-submit-001")]
    [InlineData("PV-SUBMIT-999")]
    [InlineData("")]
    public void Find_UnknownId_IsNull(string id) => Assert.Null(ClauseCatalogue.Find(id));

    private static TheoryData<string, string> AllSwitchValues()
    {
        var data = new TheoryData<string, string>();
        foreach (var choice in ProfileSwitches.All)
        {
            foreach (var value in choice.Values)
            {
                data.Add(choice.Name, value);
            }
        }

        return data;
    }
}
