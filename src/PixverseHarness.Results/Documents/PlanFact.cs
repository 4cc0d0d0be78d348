namespace PixverseHarness.Results.Documents;

/// <summary>One line of a plan.</summary>
/// <param name="Name">What, such as <c>poll policy</c>.</param>
/// <param name="Value">As a person reads it, such as <c>fixed 2 s, jitter 20 %</c>.</param>
public sealed record PlanFact(string Name, string Value);
