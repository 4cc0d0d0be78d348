namespace PixverseHarness.Simulator.Sessions;

/// <summary>
/// How often each body was posted with its key. A count is never forgotten, since the next fate of the same body follows
/// from it, so a body takes 16 bytes here and nothing else: a table with open addressing, keyed by 64 bits of the body's
/// hash. Two bodies that share those, once in 37 million twins that saw a million bodies each, would share one count.
/// </summary>
internal sealed class BodyCounts
{
    private const int Smallest = 64;
    private (ulong Hash, BodyCount Count)[] _table = new (ulong, BodyCount)[Smallest];
    private int _used;

    /// <summary>The count of a body, to be changed in place; only valid until the next call.</summary>
    public ref BodyCount this[UInt128 body]
    {
        get
        {
            if (_used >= _table.Length / 4 * 3)
            {
                Grow();
            }

            // Zero marks a free place.
            var hash = Math.Max(1, (ulong)body);
            ref var place = ref PlaceOf(_table, hash);
            if (place.Hash == 0)
            {
                place.Hash = hash;
                _used++;
            }

            return ref place.Count;
        }
    }

    private void Grow()
    {
        var larger = new (ulong Hash, BodyCount Count)[_table.Length / 2 * 3];
        foreach (var entry in _table)
        {
            if (entry.Hash != 0)
            {
                PlaceOf(larger, entry.Hash) = entry;
            }
        }

        _table = larger;
    }

    private static ref (ulong Hash, BodyCount Count) PlaceOf((ulong Hash, BodyCount Count)[] table, ulong hash)
    {
        // The high half of the product spreads a random hash evenly over a table of any length (Lemire, 2016).
        var place = (int)Math.BigMul(hash, (ulong)table.Length, out _);
        while (table[place].Hash != 0 && table[place].Hash != hash)
        {
            place = place + 1 == table.Length ? 0 : place + 1;
        }

        return ref table[place];
    }
}
