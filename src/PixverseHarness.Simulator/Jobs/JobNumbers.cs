namespace PixverseHarness.Simulator.Jobs;

/// <summary>Two jobs are the same when their ids are; a set of jobs can be asked by id, so that no id is kept twice.</summary>
internal sealed class JobNumbers : IEqualityComparer<Job>, IAlternateEqualityComparer<UInt128, Job>
{
    /// <summary>The comparer.</summary>
    public static JobNumbers Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Job? x, Job? y) => x?.Number == y?.Number;

    /// <inheritdoc/>
    public int GetHashCode(Job obj) => GetHashCode(obj.Number);

    /// <inheritdoc/>
    public bool Equals(UInt128 alternate, Job other) => alternate == other.Number;

    /// <summary>Ids are drawn at random: any of their bits will do. Fixed bits of UUIDs lie above.</summary>
    public int GetHashCode(UInt128 alternate) => (int)(uint)alternate;

    /// <inheritdoc/>
    public Job Create(UInt128 alternate) => throw new NotSupportedException("An id alone makes no job.");
}
