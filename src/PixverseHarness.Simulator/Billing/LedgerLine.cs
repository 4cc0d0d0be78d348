using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Simulator.Billing;

/// <summary>The account of one key, as the ledger shows it.</summary>
/// <param name="Key">The key, redacted.</param>
/// <param name="Opening">What it started with.</param>
/// <param name="Balance">What it has, reservations included.</param>
/// <param name="Reserved">What is set aside for jobs that have not ended.</param>
/// <param name="Charged">What was charged in all: always <paramref name="Opening"/> less <paramref name="Balance"/>.</param>
/// <param name="Jobs">How many jobs it had.</param>
public sealed record LedgerLine(string Key, MicroDollars Opening, MicroDollars Balance, MicroDollars Reserved, MicroDollars Charged, JobCounts Jobs);
