using System.Collections.Immutable;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Limits;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>What each key has: money and requests.</summary>
internal static class MoneyRoutes
{
    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/ledger", "Shows the account of each key, in dollars.", AdminJson.Plain.LedgerDocument, call => call.Session.Read(() => Ledger(call.Session))),
        AdminRoute.Of("GET", "/limits", "Shows the rate limit, and what each key has used of it.", AdminJson.Plain.LimitsDocument, call => Limits(call.Session)),
        AdminRoute.Of("PUT", "/limits", "Sets the rate limit of every key from now on; what the window has seen stays counted.", AdminJson.Plain.LimitsDocument, SetLimit) with
        {
            Members = [LimitSettings.Plan, LimitSettings.RequestsPerMinute],
            Example = "{\"requestsPerMinute\":5}",
        },
    ];

    private static LedgerDocument Ledger(TwinSession session) => new([.. session.Ledger().Select(ToDocument)]);

    private static AccountDocument ToDocument(LedgerLine line) => new(
        line.Key,
        line.Opening.ToDollars(),
        line.Balance.ToDollars(),
        line.Reserved.ToDollars(),
        line.Charged.ToDollars(),
        new JobCountsDocument(line.Jobs.Accepted, line.Jobs.Completed, line.Jobs.Failed, line.Jobs.Stuck));

    private static LimitsDocument Limits(TwinSession session) => session.Read(() =>
    {
        var now = session.Clock.NowTicks;
        return new LimitsDocument(
            session.Limit.RequestsPerMinute is null ? session.Limit.Plan.Name : null,
            session.RequestsPerWindow,
            session.RateWindow.TotalSeconds,
            UtcText.Exact(FixedWindowLimiter.EndOf(now, session.RateWindow)),
            [.. session.Accounts.Select(a => new KeyLimitDocument(Redaction.Key(a.Key), a.Limiter.UsedAt(now)))]);
    });

    private static LimitsDocument SetLimit(AdminCall call)
    {
        if (call.Input.IsEmpty)
        {
            throw new AdminFault(400, "The body names no limit") { Path = "$", Allowed = ["plan", "requestsPerMinute"], Next = "Send {\"requestsPerMinute\":5}." };
        }

        var (plan, requestsPerMinute) = LimitSettings.Read(call.Input, call.Session.Limit.Plan, call.Session.Limit.RequestsPerMinute);
        call.Session.SetLimit(plan, requestsPerMinute);
        return Limits(call.Session);
    }
}
