using System.Globalization;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Requests;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Waiting;

/// <summary>So many requests of the journal meet conditions.</summary>
internal sealed class RequestCondition(TwinSession session, RequestCriteria criteria, long least) : IWaitCondition
{
    private long _seen;
    private long _met;
    private bool _isOpened;

    /// <inheritdoc/>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{least} {(least == 1 ? "request" : "requests")}, of which there are {_met}");

    /// <inheritdoc/>
    public WaitOutlook Look(long now)
    {
        // Each request is looked at once, however often the wait wakes. A smaller total means that the journal was cleared.
        var journal = session.Journal;
        if (!_isOpened || journal.Total < _seen)
        {
            (_isOpened, _seen, _met) = (true, 0, 0);
        }

        _met += journal.ReadAfter(_seen).LongCount(criteria.Meets);
        _seen = journal.Total;
        return _met >= least ? WaitOutlook.Met
            : session.Options.JournalCapacity == 0 ? WaitOutlook.Never("the journal of this session keeps nothing")
            : WaitOutlook.Later(null);
    }

    /// <inheritdoc/>
    public WaitDocument ToDocument(long now, bool advanced) => new(true, UtcText.Exact(now), advanced, null, _met);
}
