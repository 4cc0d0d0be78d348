using PixverseHarness.Contract.Clauses;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Verification.Tests.Checks;

public sealed class CheckCatalogueTests
{
    [Fact]
    public void Clauses_ThatAreNotUnknown_HaveACheckOrAReasonWhyNot()
    {
        var spoken = CheckCatalogue.All.SelectMany(c => c.Clauses).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(
            from clause in ClauseCatalogue.All
            where clause.Evidence.Confidence != Confidence.Unknown && !spoken.Contains(clause.Id) && NotCheckable.ReasonFor(clause.Id) is null
            select clause.Id);
    }

    [Fact]
    public void NotCheckable_Clauses_ExistAndHaveNoCheck()
    {
        var spoken = CheckCatalogue.All.SelectMany(c => c.Clauses).ToHashSet(StringComparer.Ordinal);

        Assert.All(NotCheckable.Reasons.Keys, id => Assert.NotNull(ClauseCatalogue.Find(id)));
        Assert.DoesNotContain(NotCheckable.Reasons.Keys, spoken.Contains);
    }

    [Fact]
    public void Checks_Clauses_AllExist() =>
        Assert.All(CheckCatalogue.All.SelectMany(c => c.Clauses), id => Assert.NotNull(ClauseCatalogue.Find(id)));

    [Fact]
    public void Checks_Names_AreDistinct() => Assert.Distinct(CheckCatalogue.All.Select(c => c.Name));

    [Fact]
    public void Checks_ThatAreFree_HaveNoExpenseAndOnlyThose() =>
        Assert.All(CheckCatalogue.All, c => Assert.Equal(c.Cost == CheckCost.Free, c.Expenses.IsEmpty));

    [Fact]
    public void Checks_OfTheSource_AreAllInTheCatalogue()
    {
        var written = typeof(CheckCatalogue).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ClauseCheck)));

        Assert.Empty(written.Except(CheckCatalogue.All.Select(c => c.GetType())));
    }
}
