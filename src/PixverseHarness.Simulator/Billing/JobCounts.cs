namespace PixverseHarness.Simulator.Billing;

/// <summary>How many jobs an account had, by how they ended.</summary>
/// <param name="Accepted">All of them.</param>
/// <param name="Completed">Ended COMPLETED and charged.</param>
/// <param name="Failed">Ended FAILED and released.</param>
/// <param name="Stuck">Never ended; released when their record expired.</param>
public readonly record struct JobCounts(long Accepted, long Completed, long Failed, long Stuck);
