namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Jobs whose records can be read.</summary>
/// <param name="Total">How many meet the conditions.</param>
/// <param name="Jobs">A page of them.</param>
internal sealed record JobsDocument(long Total, IReadOnlyList<JobDocument> Jobs);
