namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The sessions of the twin, by name; the default one first.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Limit">How many there can be besides the default one.</param>
internal sealed record SessionsDocument(IReadOnlyList<SessionDocument> Sessions, int Limit);
