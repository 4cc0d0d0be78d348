namespace PixverseHarness.Load.Schedules;

/// <summary>Where a simulation lies in time.</summary>
/// <param name="Index">Its place in the list, from 0.</param>
/// <param name="Simulation">The simulation.</param>
/// <param name="Start">When it begins, since the run began.</param>
/// <param name="End">When it ends; null where it lasts until its iterations are spent.</param>
public sealed record ScheduleStep(int Index, LoadSimulation Simulation, TimeSpan Start, TimeSpan? End);
