namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Operations near to one request, nearest first.</summary>
internal sealed record NearMissesDocument(IReadOnlyList<NearMissDocument> NearMisses);
