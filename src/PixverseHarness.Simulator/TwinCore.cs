using System.Collections.Concurrent;
using PixverseHarness.Simulator.Admin;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator;

/// <summary>
/// The twin without a network: maps a request at an instant to what a host has to do. Sends nothing, waits for
/// nothing, starts no thread and no timer. Any number of threads may call it.
/// </summary>
public sealed class TwinCore
{
    private readonly TimeProvider _time;
    private readonly TwinSession _default;
    private readonly ConcurrentDictionary<string, TwinSession> _sessions = new(StringComparer.Ordinal);
    private readonly Action<string, JournalEntry>? _onEntry;

    /// <summary>Makes a twin.</summary>
    /// <param name="options">What it models; each session reads them once, when it is first used.</param>
    /// <param name="time">The clock below the sessions' clocks.</param>
    /// <param name="onEntry">Told of every journal entry, with the session's name; called under that session's lock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public TwinCore(TwinOptions options, TimeProvider time, Action<string, JournalEntry>? onEntry = null)
    {
        TwinOptionsValidator.Validate(options);
        Options = options;
        _time = time;
        _onEntry = onEntry;
        _default = Create("");
    }

    /// <summary>What it models.</summary>
    public TwinOptions Options { get; }

    /// <summary>Clock of the default session.</summary>
    public SessionClock Clock => _default.Clock;

    /// <summary>Names of all sessions besides the default one.</summary>
    public IReadOnlyCollection<string> SessionNames => [.. _sessions.Keys];

    /// <summary>Answers one request.</summary>
    public TwinAnswer Handle(TwinRequest request)
    {
        var route = Route.Parse(request.Path);
        if (Session(route.Session) is not { } session)
        {
            return TwinAnswer.Of(_default.Clock, ErrorAnswers.NotModelled($"more than {Options.MaxSessions} sessions"));
        }

        return route.Kind == RouteKind.Admin ? new AdminApi(this, session).Handle(request, route.Id) : session.Handle(request, route);
    }

    /// <summary>The ledger of a session: one line a key.</summary>
    public IReadOnlyList<LedgerLine> Ledger(string session = "") => Session(session) is { } found ? found.Read(found.Ledger) : [];

    /// <summary>The journal entries that a session keeps, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Journal(string session = "") => Session(session) is { } found ? found.Read(found.Journal.Read) : [];

    /// <summary>The clock of a session.</summary>
    /// <exception cref="ArgumentException">The name cannot be a session's, or there are too many sessions.</exception>
    public SessionClock ClockOf(string session) =>
        Session(session)?.Clock ?? throw new ArgumentException($"'{session}' cannot be used as a session.", nameof(session));

    private TwinSession? Session(string name)
    {
        if (name.Length == 0)
        {
            return _default;
        }

        if (_sessions.TryGetValue(name, out var session))
        {
            return session;
        }

        return _sessions.Count < Options.MaxSessions && Route.IsSessionName(name) ? _sessions.GetOrAdd(name, Create) : null;
    }

    private TwinSession Create(string name) => new(name, Options, _time, _onEntry is { } tell ? entry => tell(name, entry) : null);
}
