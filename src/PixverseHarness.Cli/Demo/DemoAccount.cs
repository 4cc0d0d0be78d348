namespace PixverseHarness.Cli.Demo;

/// <summary>A customer of the twin on the tour.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Key">Its API key; null for a client that forgot it.</param>
/// <param name="IsKnown">Whether the twin knows the key.</param>
internal sealed record DemoAccount(string Name, string? Key, bool IsKnown = true);
