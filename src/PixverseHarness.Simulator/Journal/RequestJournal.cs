using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Simulator.Journal;

/// <summary>
/// The latest requests of a session, in a ring of fixed size. What was dropped is counted. The ring takes memory as it
/// fills, so that a session that sees few requests costs little.
/// </summary>
/// <param name="capacity">Most entries that are kept.</param>
/// <param name="format">How the session writes ids.</param>
internal sealed class RequestJournal(int capacity, RequestIdFormat format)
{
    private const int PartLength = 256;

    private readonly JournalRow[]?[] _parts = new JournalRow[(capacity + PartLength - 1) / PartLength][];
    private long _count;

    /// <summary>All requests ever written.</summary>
    public long Total => _count;

    /// <summary>Requests that have been dropped.</summary>
    public long Dropped => Math.Max(0, _count - capacity);

    /// <summary>Requests that are kept.</summary>
    public long Kept => _count - Dropped;

    /// <summary>Writes a row.</summary>
    /// <returns>Number of the request in its session, from 1.</returns>
    public long Write(in JournalRow row)
    {
        if (capacity > 0)
        {
            var (part, place) = Math.DivRem((int)(_count % capacity), PartLength);
            (_parts[part] ??= new JournalRow[Math.Min(PartLength, capacity - (part * PartLength))])[place] = row;
        }

        return ++_count;
    }

    /// <summary>The entries that are kept, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Read() => ReadAfter(0);

    /// <summary>Those of the entries that are kept whose number is greater, oldest first.</summary>
    public IReadOnlyList<JournalEntry> ReadAfter(long number)
    {
        var kept = (int)Math.Min(_count - number, Kept);
        var entries = new JournalEntry[kept];
        for (var i = 0; i < kept; i++)
        {
            var index = _count - kept + i;
            var (part, place) = Math.DivRem((int)(index % capacity), PartLength);
            entries[i] = _parts[part]![place].ToEntry(index + 1, format);
        }

        return entries;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_parts);
        _count = 0;
    }
}
