namespace PixverseHarness.Results.Samples;

/// <summary>
/// Health of the load generator over one interval, measured on real time by the process edges and handed in: nothing
/// here reads a machine. A run without any (virtual time) is judged by lateness and achieved rate alone.
/// </summary>
/// <param name="At">End of the interval, from the start of the run.</param>
/// <param name="Interval">Its length; more than zero.</param>
/// <param name="CpuShare">Share of all cores that this process used, 0 to 1.</param>
/// <param name="GcPause">Time that garbage collections stopped the process within the interval.</param>
/// <param name="ThreadPoolQueue">Work items waiting for a thread at the end of the interval.</param>
/// <param name="ResidentBytes">Resident memory at the end of the interval.</param>
public readonly record struct GeneratorSample(
    TimeSpan At,
    TimeSpan Interval,
    double CpuShare,
    TimeSpan GcPause,
    long ThreadPoolQueue,
    long ResidentBytes);
