using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Admin.Requests;

/// <summary>The journal of a session at one moment.</summary>
/// <param name="Entries">What it keeps, oldest first.</param>
/// <param name="Total">All requests that were written.</param>
/// <param name="Dropped">Requests that it has dropped.</param>
internal sealed record JournalView(IReadOnlyList<JournalEntry> Entries, long Total, long Dropped)
{
    /// <summary>Reads the journal.</summary>
    public static JournalView Of(TwinSession session) =>
        session.Read(() => new JournalView(session.Journal.Read(), session.Journal.Total, session.Journal.Dropped));
}
