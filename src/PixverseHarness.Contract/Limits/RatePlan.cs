using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Limits;

/// <summary>An account's plan and its request limit per minute.</summary>
/// <param name="Name">Name in lower case, as <c>--plan</c> takes it.</param>
/// <param name="FromDocs">Requests a minute by the rate-limit page, or null where that page does not list the plan.</param>
/// <param name="FromPricing">Requests a minute by the pricing page, or null where that page does not list the plan.</param>
/// <param name="Evidence">Where the figures come from. The two pages contradict each other (section 15, contradiction 7).</param>
public sealed record RatePlan(string Name, int? FromDocs, int? FromPricing, Evidence Evidence)
{
    /// <summary>No limit: the default, so that nobody meets a 429 that they did not ask for.</summary>
    public static RatePlan Unlimited { get; } = new("unlimited", null, null, Evidence.Unknown("ours: switches the limiter off", "9"));

    /// <summary>Every plan that can be chosen.</summary>
    public static ImmutableArray<RatePlan> All { get; } =
    [
        Unlimited,
        new("free", 5, null, Evidence.Documented("rate-limit page", "9")),
        new("flexible", 5, 60, Evidence.Documented("rate-limit page says 5, pricing page 60", "9")),
        new("pro", 50, 120, Evidence.Documented("rate-limit page says 50, pricing page 120", "9")),
        new("business", null, 500, Evidence.SecondHand("pricing page", "9")),
        new("scale", null, 1000, Evidence.SecondHand("pricing page", "9")),
    ];

    /// <summary>
    /// Requests a minute under a profile: from the page that the profile prefers, else from the other one; null means
    /// no limit.
    /// </summary>
    public int? RequestsPerMinute(ApiProfile profile) =>
        profile.RateLimits == RateLimitSource.Docs ? FromDocs ?? FromPricing : FromPricing ?? FromDocs;

    /// <summary>The plan with this name, or null.</summary>
    public static RatePlan? Find(string name) => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
}
