using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Checks;

namespace PixverseHarness.Verification.Suite;

/// <summary>Which part of the suite runs, and how.</summary>
public sealed record SuiteOptions
{
    /// <summary>Seed of everything that is drawn. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The clauses to check; empty for all.</summary>
    public ImmutableArray<string> Clauses { get; init; } = [];

    /// <summary>The most that may be spent; null for no limit. Zero leaves only the free checks.</summary>
    public MicroDollars? MostSpend { get; init; }

    /// <summary>Checks that run at once, on a target that has sessions. Default 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Whether to stop after the first check that finds an error. Default false.</summary>
    public bool StopAtFirst { get; init; }

    /// <summary>
    /// How many bodies may be sent to shrink a payload that broke a clause; zero shrinks nothing. Default 200. At the live
    /// API nothing is shrunk: each body that is taken would be paid for.
    /// </summary>
    public int ShrinkRequests { get; init; } = 200;

    /// <summary>Whether a check is within the clauses and the spending allowed, given what the plan costs with it.</summary>
    internal bool Allows(ClauseCheck check, MicroDollars total) =>
        (Clauses.IsEmpty || check.Clauses.Any(Clauses.Contains))
        && (MostSpend is not { } most || check.Cost == CheckCost.Free || total <= most);
}
