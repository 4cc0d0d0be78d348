namespace PixverseHarness.Load.Schedules;

/// <summary>One planned job of an open simulation.</summary>
/// <param name="Number">Its place among all arrivals of the schedule, from 0.</param>
/// <param name="Offset">When it is due, since the run began. Absolute: lateness of earlier jobs does not move it.</param>
/// <param name="Step">The index of the simulation that it belongs to.</param>
public readonly record struct Arrival(long Number, TimeSpan Offset, int Step);
