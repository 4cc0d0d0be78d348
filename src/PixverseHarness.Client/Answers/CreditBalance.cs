using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Client;

/// <summary>Balance of the key (facts sheet section 3).</summary>
/// <param name="Credits">Paid balance.</param>
/// <param name="FreeCredits">Free balance; null if not stated.</param>
public readonly record struct CreditBalance(MicroDollars Credits, MicroDollars? FreeCredits);
