namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>The rate limit of each key of a session.</summary>
/// <param name="Plan">Name of the plan; null when a number was set instead.</param>
/// <param name="RequestsPerMinute">Requests admitted in a window; null when there is no limit.</param>
/// <param name="WindowSeconds">Length of a window, at the twin's pace.</param>
/// <param name="WindowEnds">End of the window that runs.</param>
/// <param name="Keys">What each key has used.</param>
internal sealed record LimitsDocument(string? Plan, int? RequestsPerMinute, double WindowSeconds, string WindowEnds, IReadOnlyList<KeyLimitDocument> Keys);
