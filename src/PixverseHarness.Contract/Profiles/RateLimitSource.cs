namespace PixverseHarness.Contract.Profiles;

/// <summary>Which of the two pages that disagree about plan limits is believed (section 15, contradiction 7).</summary>
public enum RateLimitSource
{
    /// <summary>The rate-limit page: free and flexible 5, pro 50 a minute.</summary>
    Docs,

    /// <summary>The pricing page: flexible 60, pro 120, business 500, scale 1000 a minute.</summary>
    Pricing,
}
