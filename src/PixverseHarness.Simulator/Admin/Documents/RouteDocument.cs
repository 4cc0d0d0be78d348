namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>One thing that the admin API can do.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the admin prefix.</param>
/// <param name="Does">What it does, in one sentence.</param>
internal sealed record RouteDocument(string Method, string Path, string Does);
