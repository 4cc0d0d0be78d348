namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>What one key has used of its rate limit.</summary>
/// <param name="Key">The key, redacted.</param>
/// <param name="Used">Requests in the window that runs.</param>
internal sealed record KeyLimitDocument(string Key, int Used);
