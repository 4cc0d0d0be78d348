namespace PixverseHarness.Results.Documents;

/// <summary>The load generator's own health over a run, as handed in by its process.</summary>
public sealed record GeneratorDocument
{
    /// <summary>Number of readings; 0 on a virtual clock, and then the rest says nothing.</summary>
    public required int Readings { get; init; }

    /// <summary>Mean share of all cores, 0 to 1.</summary>
    public required double CpuShareMean { get; init; }

    /// <summary>Greatest share of all cores within one reading.</summary>
    public required double CpuShareMaximum { get; init; }

    /// <summary>Microseconds for which garbage collections stopped the process.</summary>
    public required long GcPauseUs { get; init; }

    /// <summary>Greatest share of one reading that went to such stops.</summary>
    public required double GcPauseShareMaximum { get; init; }

    /// <summary>Most work items that waited for a thread.</summary>
    public required long ThreadPoolQueueMaximum { get; init; }

    /// <summary>Most resident memory.</summary>
    public required long ResidentBytesMaximum { get; init; }
}
