namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>What was taken away.</summary>
/// <param name="Dropped">How many.</param>
internal sealed record DroppedDocument(long Dropped);
