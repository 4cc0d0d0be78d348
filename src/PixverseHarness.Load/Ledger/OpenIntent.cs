namespace PixverseHarness.Load.Ledger;

/// <summary>A submit that may have been sent and whose answer was never noted: possibly billed.</summary>
/// <param name="Ordinal">Its number in the run.</param>
/// <param name="IntendedAt">When it was about to be sent.</param>
/// <param name="PriceMicroDollars">The most that it may cost, in millionths of a US dollar.</param>
public sealed record OpenIntent(long Ordinal, DateTimeOffset IntendedAt, long PriceMicroDollars);
