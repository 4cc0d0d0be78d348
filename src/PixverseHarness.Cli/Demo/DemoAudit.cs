using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Demo;

/// <summary>Holds what the client saw against what the twin itself wrote down: its ledger for money and jobs, its journal for answers.</summary>
internal static class DemoAudit
{
    /// <summary>One row for each outcome, in the order of <see cref="DemoOutcome"/>.</summary>
    public static ImmutableArray<DemoRow> Count(ImmutableArray<DemoResult> results, IReadOnlyList<JournalEntry> journal) =>
    [
        .. Enum.GetValues<DemoOutcome>().Select(outcome =>
        {
            var seen = results.Where(r => r.Seen == outcome).ToArray();
            return new DemoRow(
                outcome,
                [.. seen.Select(r => r.Status).OfType<int>().Distinct().Order()],
                seen.Length,
                results.Count(r => r.Job.Planned == outcome),
                CountByTwin(outcome, journal));
        }),
    ];

    /// <summary>Every comparison that must come out even.</summary>
    public static ImmutableArray<DemoCheck> Check(
        ImmutableArray<DemoResult> results, ImmutableArray<DemoRow> rows, IReadOnlyList<LedgerLine> ledger)
    {
        var read = rows.Single(r => r.Outcome == DemoOutcome.Completed).Client;
        var lost = rows.Single(r => r.Outcome == DemoOutcome.Expired).Client;
        var failed = rows.Where(r => r.Outcome is DemoOutcome.Moderated or DemoOutcome.FailedLate).Sum(r => r.Client);
        var stated = results.Where(r => r.Seen == DemoOutcome.Completed).Sum(r => r.Cost?.Value ?? 0);
        var unread = results.Where(r => r.Seen == DemoOutcome.Expired).Sum(r => PriceTable.PriceOf(r.Job.Request).Value);
        return
        [
            .. rows.Select(r => DemoCheck.Of($"{r.Name}: client and journal", r.Client, r.Twin)),
            .. rows.Select(r => DemoCheck.Of($"{r.Name}: client and plan", r.Client, r.Planned)),
            .. rows.Select(r => DemoCheck.Of(
                $"{r.Name}: answers and those with status {r.DocumentedStatus}",
                r.Client,
                results.Count(s => s.Seen == r.Outcome && s.Status == r.DocumentedStatus))),
            DemoCheck.Of("requests that ended in no known way", results.Count(r => r.Seen is null), 0),
            DemoCheck.Of("jobs accepted: client and ledger", read + lost + failed, ledger.Sum(l => l.Jobs.Accepted)),
            DemoCheck.Of("jobs completed: client and ledger", read + lost, ledger.Sum(l => l.Jobs.Completed)),
            DemoCheck.Of("jobs failed: client and ledger", failed, ledger.Sum(l => l.Jobs.Failed)),
            DemoCheck.Of("micro-dollars charged: client and ledger", stated + unread, ledger.Sum(l => l.Charged.Value)),
            DemoCheck.Of("micro-dollars gone from the balances: client and ledger", stated + unread, ledger.Sum(l => l.Opening.Value - l.Balance.Value)),
            DemoCheck.Of("micro-dollars still reserved", 0, ledger.Sum(l => l.Reserved.Value)),
        ];
    }

    private static int CountByTwin(DemoOutcome outcome, IReadOnlyList<JournalEntry> journal) => outcome switch
    {
        DemoOutcome.Completed => Jobs(journal, e => e is { Operation: ApiOperation.GetResult, Status: 200 }),
        DemoOutcome.Moderated => Jobs(journal, e => e.Status == 422 && e.Cause == ErrorCauses.ContentBlocked.Name),
        DemoOutcome.FailedLate => Jobs(journal, e => e.Status == 422 && e.Cause == ErrorCauses.GenerationFailed.Name),
        DemoOutcome.Expired => Jobs(journal, e => e is { Operation: ApiOperation.GetStatus, Status: 404 }),
        DemoOutcome.OutOfCredits => Refusals(journal, 406),
        DemoOutcome.RateLimited => Refusals(journal, 429),
        _ => Refusals(journal, 401),
    };

    private static int Jobs(IReadOnlyList<JournalEntry> journal, Func<JournalEntry, bool> condition) =>
        journal.Where(condition).Select(e => e.Job).Distinct().Count();

    private static int Refusals(IReadOnlyList<JournalEntry> journal, int status) =>
        journal.Count(e => e.Operation == ApiOperation.Submit && e.Status == status);
}
