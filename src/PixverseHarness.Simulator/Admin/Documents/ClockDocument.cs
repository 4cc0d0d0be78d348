namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The clock of a session.</summary>
/// <param name="Now">Instant.</param>
/// <param name="Frozen">Whether it stands still until it is moved.</param>
/// <param name="NextEvent">Instant at which something happens by itself to a job; null when nothing will.</param>
/// <param name="NextAnswer">Instant at which the next answer that is held back goes on; null when none is.</param>
internal sealed record ClockDocument(string Now, bool Frozen, string? NextEvent, string? NextAnswer);
