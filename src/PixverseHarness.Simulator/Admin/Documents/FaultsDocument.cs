namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The fault rules of a session, in order.</summary>
/// <param name="Faults">The rules.</param>
internal sealed record FaultsDocument(IReadOnlyList<FaultDocument> Faults);
