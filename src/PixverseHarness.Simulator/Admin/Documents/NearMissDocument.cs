namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>What a request that led nowhere may have been meant for.</summary>
/// <param name="Operation">Name of the nearest operation.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Why">What differs, in one sentence.</param>
/// <param name="Distance">How many letters have to be changed in the path; 0 when only the method differs.</param>
internal sealed record NearMissDocument(string Operation, string Method, string Path, string Why, int Distance);
