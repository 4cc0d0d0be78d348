namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Which twin answers.</summary>
/// <param name="Version">Version of the product.</param>
/// <param name="Api">Version of the admin API; grows when a member changes its meaning.</param>
internal sealed record VersionDocument(string Version, int Api);
