namespace PixverseHarness.Load.Ledger;

/// <summary>A job that a run before this one submitted and did not see to its end.</summary>
/// <param name="Ordinal">Its number in that run.</param>
/// <param name="JobId">The id that the service gave it.</param>
/// <param name="AcceptedAt">When its acceptance was noted.</param>
/// <param name="PriceMicroDollars">The most that it may cost, in millionths of a US dollar.</param>
public sealed record AdoptedJob(long Ordinal, string JobId, DateTimeOffset AcceptedAt, long PriceMicroDollars);
