using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Documents;

/// <summary>How many arrivals ended in one way.</summary>
/// <param name="Outcome">The way.</param>
/// <param name="Count">The number.</param>
public sealed record OutcomeDocument(JobOutcome Outcome, long Count);
