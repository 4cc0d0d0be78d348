using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>How a copy ended.</summary>
/// <param name="Outcome">How its job ended; null if it started none because the run was stopping.</param>
/// <param name="Cause">The reason for anything but success.</param>
internal readonly record struct JobEnd(JobOutcome? Outcome, string? Cause = null);
