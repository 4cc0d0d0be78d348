namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>That the twin answers.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
/// <param name="Session">Name of the session; empty for the default one.</param>
/// <param name="Now">Instant on the session's clock.</param>
internal sealed record HealthDocument(string Status, string Session, string Now);
