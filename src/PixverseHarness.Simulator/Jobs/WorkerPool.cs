namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// Where jobs queue: c equal workers, first come first served. A job is placed once, at its submit, on the worker that
/// is free first.
/// </summary>
internal sealed class WorkerPool
{
    private readonly PriorityQueue<int, long>? _freeAt;

    /// <summary>A pool of so many workers; null for as many as needed.</summary>
    public WorkerPool(int? workers)
    {
        if (workers is { } count)
        {
            _freeAt = new PriorityQueue<int, long>(count);
            for (var worker = 0; worker < count; worker++)
            {
                _freeAt.Enqueue(worker, long.MinValue);
            }
        }
    }

    /// <summary>Whether jobs can have to wait for a worker.</summary>
    public bool IsBounded => _freeAt is not null;

    /// <summary>Places a job that could start at <paramref name="readyAt"/>.</summary>
    /// <param name="readyAt">Earliest start, in UTC ticks.</param>
    /// <param name="endsWhenStarted">The instant at which the worker is free again, given the start.</param>
    /// <returns>The start.</returns>
    public long Place(long readyAt, Func<long, long> endsWhenStarted)
    {
        if (_freeAt is null)
        {
            return readyAt;
        }

        _freeAt.TryDequeue(out var worker, out var freeAt);
        var start = Math.Max(readyAt, freeAt);
        _freeAt.Enqueue(worker, endsWhenStarted(start));
        return start;
    }
}
