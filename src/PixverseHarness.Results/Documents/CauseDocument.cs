using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Documents;

/// <summary>How often one cause led to one outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Cause">The cause as the engine named it.</param>
/// <param name="Count">The number.</param>
public sealed record CauseDocument(JobOutcome Outcome, string Cause, long Count);
