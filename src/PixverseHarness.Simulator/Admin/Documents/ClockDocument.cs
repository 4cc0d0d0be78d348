namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The clock of a session.</summary>
/// <param name="Now">Instant.</param>
/// <param name="Frozen">Whether it stands still until it is moved.</param>
/// <param name="NextEvent">Instant at which something happens by itself; null when nothing will.</param>
internal sealed record ClockDocument(string Now, bool Frozen, string? NextEvent);
