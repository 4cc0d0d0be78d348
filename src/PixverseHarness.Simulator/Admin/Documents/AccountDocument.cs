namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The account of one key, in dollars.</summary>
internal sealed record AccountDocument(string Key, decimal Opening, decimal Balance, decimal Reserved, decimal Charged, JobCountsDocument Jobs);
