namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>A condition that came true.</summary>
/// <param name="Met">Always true: a condition that did not come true is answered as an error.</param>
/// <param name="Now">Instant on the session's clock.</param>
/// <param name="Advanced">Whether the wait moved the clock itself.</param>
/// <param name="Job">The job that was waited for; null when it was requests.</param>
/// <param name="Requests">How many requests met the conditions; null when a job was waited for.</param>
internal sealed record WaitDocument(bool Met, string Now, bool Advanced, JobDocument? Job, long? Requests);
