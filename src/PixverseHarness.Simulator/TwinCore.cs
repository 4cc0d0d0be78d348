using System.Collections.Concurrent;
using PixverseHarness.Simulator.Admin;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Hosting;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Simulator;

/// <summary>
/// The twin without a network: maps a request at an instant to what a host has to do. Sends nothing, waits for
/// nothing, starts no thread and no timer. Any number of threads may call it.
/// </summary>
public sealed class TwinCore
{
    private readonly TwinSession _default;
    private readonly Lock _opening = new();
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
        Time = time;
        Shared = new SharedState(options.MaxHeldCalls);
        _onEntry = onEntry;
        _default = New("", options);
    }

    /// <summary>What it models.</summary>
    public TwinOptions Options { get; }

    /// <summary>Raised when the admin API is asked to end the twin; while nobody listens, it answers that it cannot.</summary>
    public event Action? ShutdownRequested;

    /// <summary>Clock of the default session.</summary>
    public SessionClock Clock => _default.Clock;

    /// <summary>Names of all sessions besides the default one.</summary>
    public IReadOnlyCollection<string> SessionNames => [.. _sessions.Keys];

    /// <summary>What serves the twin; a host says so when it starts.</summary>
    public HostFacts Host
    {
        get => Shared.Host;
        set => Shared.Host = value;
    }

    /// <summary>The clock below the sessions' clocks.</summary>
    internal TimeProvider Time { get; }

    /// <summary>What the sessions share.</summary>
    internal SharedState Shared { get; }

    /// <summary>How many sessions there are besides the default one.</summary>
    internal int SessionCount => _sessions.Count;

    /// <summary>All sessions, the default one included.</summary>
    internal IEnumerable<TwinSession> AllSessions => [_default, .. _sessions.Values];

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

    /// <summary>The jobs of a session whose records can be read, in no certain order.</summary>
    public IReadOnlyList<JobSnapshot> Jobs(string session = "") => Session(session) is { } found ? found.Read(found.ReadJobs) : [];

    /// <summary>
    /// Makes something go wrong from now on: every later request can meet the rule; what it changes about the fate of a
    /// job concerns jobs that are submitted later.
    /// </summary>
    /// <param name="rule">The fault, and the requests that it meets.</param>
    /// <param name="session">The session; empty for the default one.</param>
    /// <exception cref="ArgumentException">The rule contradicts itself, or the session cannot be used.</exception>
    public void Inject(FaultRule rule, string session = "")
    {
        if (FaultRuleValidator.FaultsOf(rule).FirstOrDefault() is { } fault)
        {
            throw new ArgumentException($"{fault}.", nameof(rule));
        }

        Need(session).Inject(rule);
    }

    /// <summary>Makes something go wrong from now on, in the words of a prompt tag: <c>bad_gateway@status*2</c> breaks the first two polls of every job.</summary>
    /// <param name="fault"><c>name</c>, <c>name:duration</c>, <c>name@operation</c> or <c>name@operation*count</c>.</param>
    /// <param name="session">The session; empty for the default one.</param>
    /// <returns>The rule; its id, which the journal shows, is the words themselves.</returns>
    /// <exception cref="ArgumentException">The words name no fault, or the session cannot be used.</exception>
    public FaultRule Inject(string fault, string session = "")
    {
        var rule = FaultText.Read(fault, fault, post: null) ?? throw new ArgumentException(
            $"'{fault}' is no fault: write name, name:duration, name@operation or name@operation*count. Names: {string.Join(", ", FaultCatalogue.Names)}.", nameof(fault));
        Inject(rule, session);
        return rule;
    }

    /// <summary>Takes every rule of a session away, those of the options too.</summary>
    /// <exception cref="ArgumentException">The session cannot be used.</exception>
    public void ClearFaults(string session = "") => Need(session).ClearFaults();

    /// <summary>How often each rule that was given or injected has taken part, over all sessions; a rule with 0 has met nothing.</summary>
    public IReadOnlyList<FaultUse> FaultUses()
    {
        IReadOnlyList<TwinSession> sessions = [.. AllSessions];
        var rules = Options.Faults.Concat(sessions.SelectMany(s => s.Faults)).Distinct<FaultRule>(ReferenceEqualityComparer.Instance);
        return [.. rules.Select(rule => new FaultUse(rule, sessions.Sum(s => s.Read(() => s.UsesOf(rule)))))];
    }

    /// <summary>The clock of a session.</summary>
    /// <exception cref="ArgumentException">The name cannot be a session's, or there are too many sessions.</exception>
    public SessionClock ClockOf(string session) =>
        Need(session).Clock;

    private TwinSession Need(string session) =>
        Session(session) ?? throw new ArgumentException($"'{session}' cannot be used as a session.", nameof(session));

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

        return Route.IsSessionName(name) ? Create(name, Options).Session : null;
    }

    // A session with other settings is another session: it starts empty, at the present instant.
    internal TwinSession Replace(string name, TwinOptions options)
    {
        lock (_opening)
        {
            return _sessions[name] = New(name, options);
        }
    }

    /// <summary>Opens a session, unless there is one of that name or there are too many.</summary>
    /// <returns>The session of that name, null when there are too many; and whether it was opened now.</returns>
    internal (TwinSession? Session, bool IsNew) Create(string name, TwinOptions options)
    {
        lock (_opening)
        {
            if (_sessions.TryGetValue(name, out var there))
            {
                return (there, false);
            }

            if (_sessions.Count >= Options.MaxSessions)
            {
                Shared.RefuseSession();
                return (null, false);
            }

            return (_sessions[name] = New(name, options), true);
        }
    }

    /// <summary>Drops a session with all that is in it; false when there is none of that name.</summary>
    internal bool Drop(string name) => _sessions.TryRemove(name, out _);

    /// <summary>Drops every session but the default one and says how many there were.</summary>
    internal int DropAll() => _sessions.Keys.Count(Drop);

    /// <summary>Asks whoever serves the twin to end it; false when nobody listens.</summary>
    internal bool AskToShutDown()
    {
        ShutdownRequested?.Invoke();
        return ShutdownRequested is not null;
    }

    private TwinSession New(string name, TwinOptions options) =>
        new(name, options, Time, Shared, _onEntry is { } tell ? entry => tell(name, entry) : null);
}
