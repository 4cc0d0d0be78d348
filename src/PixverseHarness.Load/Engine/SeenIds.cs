namespace PixverseHarness.Load.Engine;

/// <summary>
/// The ids that a run was given, to notice one that comes twice. Holds 64-bit hashes of the last million: 40 MB at most, and a
/// false alarm in one of 37 million such runs.
/// </summary>
internal sealed class SeenIds
{
    private const int Most = 1_000_000;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _order = new();

    /// <summary>Notes <paramref name="id"/>; false if it was there before.</summary>
    public bool Add(string id)
    {
        var hash = FnvOffset;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        if (!_known.Add(hash))
        {
            return false;
        }

        _order.Enqueue(hash);
        if (_order.Count > Most)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }
}
