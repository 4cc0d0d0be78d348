namespace PixverseHarness.Results.Samples;

/// <summary>
/// A window of the plan. A job belongs to the window that holds its intended submit instant, however late it ends, so a
/// load step is judged by the jobs submitted in it and not by those that happen to finish in it.
/// </summary>
/// <param name="Index">Position in the plan, from 0.</param>
/// <param name="Name">Short label, unique in the run, such as <c>step3</c>.</param>
/// <param name="From">Start of the window, from the start of the run.</param>
/// <param name="To">End of the window, exclusive.</param>
/// <param name="JobsPerSecond">Planned arrival rate, averaged over the window; null in a closed model.</param>
public sealed record Cohort(int Index, string Name, TimeSpan From, TimeSpan To, double? JobsPerSecond);
