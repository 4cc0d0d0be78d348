namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>One session.</summary>
/// <param name="Name">Its name; empty for the default one.</param>
/// <param name="BaseUrl">Where it is reached.</param>
/// <param name="Now">Instant on its clock.</param>
/// <param name="Frozen">Whether its clock stands still.</param>
/// <param name="Jobs">Jobs whose records can be read.</param>
/// <param name="Requests">Requests that it has answered.</param>
internal sealed record SessionDocument(string Name, string BaseUrl, string Now, bool Frozen, int Jobs, long Requests);
