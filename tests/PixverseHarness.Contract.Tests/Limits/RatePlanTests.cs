using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Limits;

public sealed class RatePlanTests
{
    [Theory]
    [InlineData("unlimited", null, null)]
    [InlineData("free", 5, 5)]
    [InlineData("flexible", 5, 60)]
    [InlineData("pro", 50, 120)]
    [InlineData("business", 500, 500)]
    [InlineData("scale", 1000, 1000)]
    public void RequestsPerMinute_ByTheDocsAndByThePricingPage_AreThoseOfTheFactsSheet(string name, int? docs, int? pricing)
    {
        var plan = RatePlan.Find(name)!;

        Assert.Equal(docs, plan.RequestsPerMinute(ApiProfile.Documented));
        Assert.Equal(docs, plan.RequestsPerMinute(ApiProfile.Observed));
        Assert.Equal(pricing, plan.RequestsPerMinute(ApiProfile.Documented with { RateLimits = RateLimitSource.Pricing }));
    }

    [Fact]
    public void All_Names_AreSixAndTheDefaultIsFirst()
    {
        Assert.Equal(["unlimited", "free", "flexible", "pro", "business", "scale"], RatePlan.All.Select(p => p.Name));
        Assert.Same(RatePlan.Unlimited, RatePlan.All[0]);
    }

    [Fact]
    public void Find_Name_IgnoresCase()
    {
        Assert.Equal("pro", RatePlan.Find("PRO")?.Name);
        Assert.Null(RatePlan.Find("enterprise"));
    }
}
