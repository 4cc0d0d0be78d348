namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>A fault rule that holds.</summary>
/// <param name="Id">Its id in the journal.</param>
/// <param name="Fault">Name of the fault.</param>
/// <param name="Times">How often it took part.</param>
internal sealed record FaultDocument(string Id, string Fault, long Times);
