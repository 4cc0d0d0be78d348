namespace PixverseHarness.Cli.Edges;

/// <summary>What this process has used so far, and what it holds now.</summary>
/// <param name="Processor">Processor time since its start, summed over cores.</param>
/// <param name="Cores">Cores that it may use.</param>
/// <param name="GcPause">Time for which garbage collections have stopped it since its start.</param>
/// <param name="ThreadPoolQueue">Work items that wait for a thread.</param>
/// <param name="ResidentBytes">Resident memory.</param>
internal readonly record struct ProcessReading(TimeSpan Processor, int Cores, TimeSpan GcPause, long ThreadPoolQueue, long ResidentBytes);
