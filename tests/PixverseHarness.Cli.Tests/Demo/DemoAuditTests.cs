using System.Collections.Immutable;
using PixverseHarness.Cli.Demo;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Tests.Demo;

/// <summary>Books that agree pass; every single lie in them is found.</summary>
public sealed class DemoAuditTests
{
    private static readonly DemoPlan Plan = new(1);

    [Fact]
    public void Check_BooksThatAgree_HasNoMismatch() => Assert.Empty(Mismatches(Results(), Journal(), Ledger()));

    [Fact]
    public void Check_AResultThatTheClientMissed_IsFound() => Assert.NotEmpty(Mismatches(Results().RemoveAt(0), Journal(), Ledger()));

    [Fact]
    public void Check_AResultOfNoKnownKind_IsFound() =>
        Assert.NotEmpty(Mismatches(Results().Add(new DemoResult(Plan.Jobs[0], null, 500, null, null)), Journal(), Ledger()));

    [Fact]
    public void Check_AnotherStatusThanDocumented_IsFound() =>
        Assert.NotEmpty(Mismatches(Results().SetItem(0, Results()[0] with { Status = 202 }), Journal(), Ledger()));

    [Fact]
    public void Check_AnotherCostThanCharged_IsFound() =>
        Assert.NotEmpty(Mismatches(Results().SetItem(0, Results()[0] with { Cost = MicroDollars.Zero }), Journal(), Ledger()));

    [Fact]
    public void Check_AnyEntryMissingInTheJournal_IsFound() =>
        Assert.All(Enumerable.Range(0, Journal().Length), i => Assert.NotEmpty(Mismatches(Results(), Journal().RemoveAt(i), Ledger())));

    [Theory]
    [MemberData(nameof(Lies))]
    public void Check_AnyFigureOfTheLedgerChanged_IsFound(string lie)
    {
        var line = Ledger()[0];
        LedgerLine changed = lie switch
        {
            "accepted" => line with { Jobs = line.Jobs with { Accepted = line.Jobs.Accepted + 1 } },
            "completed" => line with { Jobs = line.Jobs with { Completed = line.Jobs.Completed + 1 } },
            "failed" => line with { Jobs = line.Jobs with { Failed = line.Jobs.Failed + 1 } },
            "charged" => line with { Charged = new MicroDollars(line.Charged.Value + 1) },
            "balance" => line with { Balance = new MicroDollars(line.Balance.Value + 1) },
            _ => line with { Reserved = new MicroDollars(1) },
        };

        Assert.NotEmpty(Mismatches(Results(), Journal(), [changed]));
    }

    public static TheoryData<string> Lies => ["accepted", "completed", "failed", "charged", "balance", "reserved"];

    private static IEnumerable<DemoCheck> Mismatches(ImmutableArray<DemoResult> results, ImmutableArray<JournalEntry> journal, ImmutableArray<LedgerLine> ledger) =>
        DemoAudit.Check(results, DemoAudit.Count(results, journal), ledger).Where(c => !c.Agrees);

    private static ImmutableArray<DemoResult> Results() =>
    [
        .. Plan.Jobs.Select(j => new DemoResult(
            j, j.Planned, StatusOf(j.Planned), j.Planned == DemoOutcome.Completed ? PriceTable.PriceOf(j.Request) : null, null)),
    ];

    private static ImmutableArray<JournalEntry> Journal() =>
    [
        .. Plan.Jobs.Select((job, i) => new JournalEntry
        {
            Number = i,
            At = i,
            Method = "",
            Path = "",
            Status = StatusOf(job.Planned),
            Job = $"job {i}",
            Operation = job.Planned switch
            {
                DemoOutcome.Completed => ApiOperation.GetResult,
                DemoOutcome.OutOfCredits or DemoOutcome.RateLimited or DemoOutcome.Unauthorised => ApiOperation.Submit,
                _ => ApiOperation.GetStatus,
            },
            Cause = job.Planned switch
            {
                DemoOutcome.Moderated => ErrorCauses.ContentBlocked.Name,
                DemoOutcome.FailedLate => ErrorCauses.GenerationFailed.Name,
                _ => null,
            },
        }),
    ];

    private static ImmutableArray<LedgerLine> Ledger()
    {
        var completed = Plan.Jobs.Where(j => j.Planned is DemoOutcome.Completed or DemoOutcome.Expired).ToArray();
        var failed = Plan.Jobs.Count(j => j.Planned is DemoOutcome.Moderated or DemoOutcome.FailedLate);
        var charged = completed.Sum(j => PriceTable.PriceOf(j.Request).Value);
        var opening = new MicroDollars(100_000_000);
        return
        [
            new LedgerLine(
                "SG_***0000", opening, new MicroDollars(opening.Value - charged), MicroDollars.Zero, new MicroDollars(charged),
                new JobCounts(completed.Length + failed, completed.Length, failed, 0)),
        ];
    }

    private static int StatusOf(DemoOutcome outcome) => new DemoRow(outcome, [], 0, 0, 0).DocumentedStatus;
}
