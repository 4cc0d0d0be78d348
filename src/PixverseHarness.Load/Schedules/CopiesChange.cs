namespace PixverseHarness.Load.Schedules;

/// <summary>An instant at which the number of copies of a closed simulation changes.</summary>
/// <param name="Offset">When, since the run began.</param>
/// <param name="Copies">How many jobs are kept in flight from now on.</param>
public readonly record struct CopiesChange(TimeSpan Offset, int Copies);
