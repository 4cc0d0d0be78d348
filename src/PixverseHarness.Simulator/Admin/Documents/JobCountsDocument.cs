namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>How many jobs an account had.</summary>
internal sealed record JobCountsDocument(long Accepted, long Completed, long Failed, long Stuck);
