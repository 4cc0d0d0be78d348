using PixverseHarness.Contract.Limits;

namespace PixverseHarness.Simulator.Admin.Input;

/// <summary>Reads a rate limit: a plan, or a number instead of it.</summary>
internal static class LimitSettings
{
    /// <summary>The plan.</summary>
    public static AdminMember Plan { get; } = new("plan", AdminKind.Text, "Plan whose rate limit holds for each key.") { Allowed = [.. RatePlan.All.Select(p => p.Name)] };

    /// <summary>The number.</summary>
    public static AdminMember RequestsPerMinute { get; } = new("requestsPerMinute", AdminKind.Whole, "Requests a minute for each key, instead of the plan's; null takes the plan's.")
    {
        Least = 1,
        TakesNull = true,
    };

    /// <summary>The limit that was sent; what was not sent stays as it is. A plan alone takes the place of a number.</summary>
    public static (RatePlan Plan, int? RequestsPerMinute) Read(AdminInput input, RatePlan plan, int? requestsPerMinute)
    {
        if (input.Text(Plan.Name) is { } name)
        {
            (plan, requestsPerMinute) = (RatePlan.Find(name)!, null);
        }

        return (plan, input.Has(RequestsPerMinute.Name) ? (int?)input.Whole(RequestsPerMinute.Name) : requestsPerMinute);
    }
}
