namespace PixverseHarness.Simulator.Journal;

/// <summary>The latest requests of a session, in a ring of fixed size. What was dropped is counted.</summary>
internal sealed class RequestJournal(int capacity)
{
    private readonly JournalEntry[] _ring = new JournalEntry[capacity];
    private long _count;

    /// <summary>All requests ever written.</summary>
    public long Total => _count;

    /// <summary>Requests that have been dropped.</summary>
    public long Dropped => Math.Max(0, _count - capacity);

    /// <summary>Writes an entry; the number is given here.</summary>
    public JournalEntry Write(JournalEntry entry)
    {
        entry = entry with { Number = _count + 1 };
        if (capacity > 0)
        {
            _ring[_count % capacity] = entry;
        }

        _count++;
        return entry;
    }

    /// <summary>The entries that are kept, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Read()
    {
        var kept = (int)Math.Min(_count, capacity);
        var entries = new JournalEntry[kept];
        for (var i = 0; i < kept; i++)
        {
            entries[i] = _ring[(_count - kept + i) % capacity];
        }

        return entries;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_ring);
        _count = 0;
    }
}
