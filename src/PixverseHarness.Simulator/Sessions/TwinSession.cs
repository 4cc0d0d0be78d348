using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Limits;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Randomness;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>
/// One isolated twin: its clock, jobs, accounts, faults and journal. Every call holds the session's lock and first
/// settles what has fallen due.
/// </summary>
internal sealed class TwinSession
{
    private readonly Action<JournalEntry>? _onEntry;
    private readonly HashSet<TaskCompletionSource> _waiters = [];
    private BodyCounts _bodies = new();
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _creditReads = new(StringComparer.Ordinal);
    private readonly Dictionary<FaultRule, long> _ruleUses = new(ReferenceEqualityComparer.Instance);

    public TwinSession(string name, TwinOptions options, TimeProvider below, SharedState shared, Action<JournalEntry>? onEntry)
    {
        Name = name;
        Shared = shared;
        Options = options = options.Mutant?.Arrange?.Invoke(options) ?? options;
        Faults = options.Faults;
        Clock = new SessionClock(below, options.ManualClock);
        Journal = new RequestJournal(options.JournalCapacity, options.Profile.IdFormat);
        _onEntry = onEntry;
        OutputSecret = SecretOf(options, name);
        Limit = (options.Plan, options.RequestsPerMinute);
        Jobs = NewJobs();
        Workers = new WorkerPool(options.Workers);
        Fates = new FateDrawer(options, name);
        SyncCutOff = options.Paced(options.Mutant?.CutOff?.Invoke(ApiLimits.SyncCutOff) ?? ApiLimits.SyncCutOff);
        RateWindow = FixedWindowLimiter.PacedWindow(ApiLimits.RateWindow, options.Pace);
    }

    public string Name { get; }

    public TwinOptions Options { get; }

    public SessionClock Clock { get; }

    public RequestJournal Journal { get; }

    /// <summary>The rules that hold for the next request.</summary>
    public ImmutableArray<FaultRule> Faults { get; private set; }

    /// <summary>When v1 gives up, at this pace.</summary>
    public TimeSpan SyncCutOff { get; }

    /// <summary>Length of a rate-limit window, at this pace.</summary>
    public TimeSpan RateWindow { get; }

    /// <summary>The rate limit of each key: that of a plan, or a number instead of it.</summary>
    public (RatePlan Plan, int? RequestsPerMinute) Limit { get; private set; }

    /// <summary>Requests admitted in a window; null for any number.</summary>
    public int? RequestsPerWindow => Limit.RequestsPerMinute ?? Limit.Plan.RequestsPerMinute(Options.Profile);

    /// <summary>What it shares with the other sessions.</summary>
    public SharedState Shared { get; }

    /// <summary>The accounts of all keys that had one.</summary>
    public IReadOnlyCollection<Account> Accounts => _accounts.Values;

    /// <summary>Answers a request for one of the API's paths.</summary>
    public TwinAnswer Handle(TwinRequest request, Route route)
    {
        if (Options.Mutant?.Hear is not { } hear)
        {
            return new Exchange(this, request, route).Run();
        }

        // A twin that is wrong on purpose may mishear.
        lock (Gate)
        {
            var scope = new MutantScope(this, request, route, Clock.NowTicks, Job: null, Cause: null, Attempt: 0);
            return new Exchange(this, hear(request, scope), route).Run();
        }
    }

    /// <summary>Runs something under the session's lock, after settling what has fallen due.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (Gate)
        {
            Jobs.Settle(Clock.NowTicks);
            return read();
        }
    }

    /// <summary>The jobs.</summary>
    public JobStore Jobs { get; private set; }

    /// <summary>Where jobs queue.</summary>
    public WorkerPool Workers { get; private set; }

    /// <summary>Who decides what becomes of a job.</summary>
    public FateDrawer Fates { get; }

    /// <summary>What makes the names of output files and the decisions by chance this session's own.</summary>
    public UInt128 OutputSecret { get; }

    /// <summary>The lock that every change of the session holds.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The jobs whose records can be read, at this instant.</summary>
    public IReadOnlyList<JobSnapshot> ReadJobs()
    {
        var now = Clock.NowTicks;
        return [.. Jobs.Live.Select(job => new JobSnapshot(job, now))];
    }

    /// <summary>The accounts of all keys that had one.</summary>
    public IReadOnlyList<LedgerLine> Ledger() =>
        [.. _accounts.Values.Select(a => new LedgerLine(Redaction.Key(a.Key), a.Opening, a.Balance, a.Reserved, a.Charged, a.Jobs))];

    /// <summary>Adds a rule: it meets every later request, and bends the fate of jobs that are submitted later.</summary>
    public void Inject(FaultRule rule)
    {
        lock (Gate)
        {
            Faults = Faults.Add(rule);
        }
    }

    /// <summary>Takes every rule away.</summary>
    public void ClearFaults()
    {
        lock (Gate)
        {
            Faults = [];
        }
    }

    /// <summary>Gives every key another rate limit from now on.</summary>
    public void SetLimit(RatePlan plan, int? requestsPerMinute)
    {
        lock (Gate)
        {
            Limit = (plan, requestsPerMinute);
            foreach (var account in _accounts.Values)
            {
                account.Limiter.Limit = RequestsPerWindow;
            }
        }
    }

    /// <summary>Decides about one job; the lock is held.</summary>
    public void Override(Job job, JobOverride change)
    {
        Jobs.Override(job, change, Clock.NowTicks, Options.Profile.Retention == RetentionAnchor.Completion);
        WakeLocked();
    }

    /// <summary>Opens a wait: it is woken once, when a request has been answered, a job overridden or the clock set.</summary>
    public TaskCompletionSource AddWaiter()
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Gate)
        {
            _waiters.Add(waiter);
        }

        return waiter;
    }

    /// <summary>Closes a wait.</summary>
    public void RemoveWaiter(TaskCompletionSource waiter)
    {
        lock (Gate)
        {
            _waiters.Remove(waiter);
        }
    }

    /// <summary>Wakes everybody who waits.</summary>
    public void Wake()
    {
        lock (Gate)
        {
            WakeLocked();
        }
    }

    /// <summary>How often one of the session's rules has taken part.</summary>
    public long UsesOf(FaultRule rule) => _ruleUses.GetValueOrDefault(rule);

    /// <summary>Counts one more part that a rule took. Rules that came with a request are not counted: they are without number.</summary>
    public void CountUse(FaultRule rule)
    {
        if (Faults.Contains(rule, ReferenceEqualityComparer.Instance))
        {
            _ruleUses[rule] = UsesOf(rule) + 1;
        }
    }

    /// <summary>What chance follows from when a job or the credits are read; with the attempt it is one decision.</summary>
    public static UInt128 DecisionOf(UInt128 secret, ApiOperation operation, string? key, string id) =>
        new StableHash("read").Add(secret).Add(key ?? "").Add((int)operation).Add(id).ToUInt128();

    /// <summary>The secret of a session.</summary>
    public static UInt128 SecretOf(TwinOptions options, string name) => new StableHash("session").Add((long)options.Seed).Add(name).ToUInt128();

    /// <summary>Forgets jobs, accounts, counters and journal, and takes injected rules away; the clock runs on.</summary>
    public void Reset()
    {
        lock (Gate)
        {
            Jobs = NewJobs();
            Workers = new WorkerPool(Options.Workers);
            _bodies = new BodyCounts();
            _accounts.Clear();
            _creditReads.Clear();
            _ruleUses.Clear();
            Faults = Options.Faults;
            Limit = (Options.Plan, Options.RequestsPerMinute);
            Journal.Clear();
            WakeLocked();
        }
    }

    /// <summary>Forgets the requests of the journal and says how many it had seen.</summary>
    public long ClearJournal()
    {
        lock (Gate)
        {
            var total = Journal.Total;
            Journal.Clear();
            return total;
        }
    }

    /// <summary>The answer of a cause that refuses a request.</summary>
    public TwinAnswer Refuse(ErrorCause cause, FaultScope scope, string? message = null)
    {
        var text = message ?? (scope.Id is { } id && cause.Message.Contains("{id}", StringComparison.Ordinal) ? ErrorAnswers.WithId(cause, id) : null);
        if (text is null && cause == ErrorCauses.InsufficientCredits)
        {
            text = ErrorAnswers.WithAmounts(cause, MicroDollars.Zero, PriceTable.Lowest);
        }

        var response = ErrorAnswers.Of(cause, cause.StatusFor(Options.Profile, scope.Operation), text);
        if (cause == ErrorCauses.RateLimited)
        {
            response = response.WithHeader(Operations.RateLimitResetHeader, UtcText.Seconds(FixedWindowLimiter.EndOf(scope.Now, RateWindow)));
        }

        return TwinAnswer.Of(Clock, response);
    }

    /// <summary>How long a job runs that was told to fail for a cause: as drawn when the model ran, else briefly.</summary>
    public TimeSpan FailureTime(ErrorCause cause, JobFate fate)
    {
        var random = new FateStream(fate.Id);
        var mean = cause == ErrorCauses.LateValidation ? 0.004 : cause == ErrorCauses.ContentBlocked ? 2.4 : cause == ErrorCauses.UpstreamBusy ? 0.5 : 0;
        return mean == 0 ? fate.ServiceTime : ServiceTimes.Round(Options.Paced(ServiceTimes.OfFailure(ref random, mean)));
    }

    /// <summary>Counts one more post of a body and says the how-manieth it is.</summary>
    public int CountPost(UInt128 body)
    {
        ref var count = ref _bodies[body];
        count = count with { Posts = count.Posts + 1 };
        return count.Posts;
    }

    /// <summary>Counts one more accepted job of a body and says the how-manieth it is.</summary>
    public int CountAccepted(UInt128 body)
    {
        ref var count = ref _bodies[body];
        count = count with { Accepted = count.Accepted + 1 };
        return count.Accepted;
    }

    /// <summary>Counts one more look at a key's credits and says the how-manieth it is.</summary>
    public int CountCreditRead(string key) => _creditReads[key] = _creditReads.GetValueOrDefault(key) + 1;

    /// <summary>The account of a key, opened at its first use.</summary>
    public Account AccountOf(string key)
    {
        if (!_accounts.TryGetValue(key, out var account))
        {
            account = new Account(key, Options.Credits, new FixedWindowLimiter(RequestsPerWindow, RateWindow), Options.Mutant?.Charge);
            _accounts.Add(key, account);
        }

        return account;
    }

    /// <summary>Whether a key may call at all.</summary>
    public bool IsValidKey(string key) => Options.Keys.IsEmpty || Options.Keys.Contains(key);

    /// <summary>A key as it is shown: the text that its account keeps, or a new one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="job">A job of the key, when one is at hand.</param>
    public string Redacted(string key, Job? job) =>
        job is not null ? job.Account.RedactedKey : _accounts.TryGetValue(key, out var account) ? account.RedactedKey : Redaction.Key(key);

    /// <summary>Writes the journal.</summary>
    public void Write(in JournalRow row)
    {
        var number = Journal.Write(row);
        _onEntry?.Invoke(row.ToEntry(number, Options.Profile.IdFormat));
        if (_waiters.Count > 0)
        {
            WakeLocked();
        }
    }

    private void WakeLocked()
    {
        foreach (var waiter in _waiters)
        {
            waiter.TrySetResult();
        }

        _waiters.Clear();
    }

    private JobStore NewJobs() => new(Options.Profile.IdFormat) { OnEnded = job => Shared.Meter?.CountEnd(job) };
}
