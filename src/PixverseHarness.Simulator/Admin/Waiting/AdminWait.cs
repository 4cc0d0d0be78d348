using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Admin.Requests;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Waiting;

/// <summary>
/// Waits for a condition instead of letting a test sleep. Time that a job needs passes on the session's clock; the
/// patience of the caller passes on the clock below it, since a caller of a frozen session grows impatient all the same.
/// </summary>
internal sealed class AdminWait
{
    /// <summary>What a POST sends.</summary>
    public const string Example = "{\"job\":\"ID\",\"state\":\"COMPLETED\"} or {\"requests\":3,\"operation\":\"status\"}";

    /// <summary>What a GET sends.</summary>
    public const string QueryExample = "?job=ID&state=COMPLETED or ?requests=3&operation=status";

    private const string Answers = "answer";
    private const string Advances = "advance";
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(10);
    private readonly AdminCall _call;
    private readonly TwinSession _session;
    private readonly IWaitCondition _condition;
    private readonly TimeSpan _patience;
    private readonly string _whenFrozen;
    private bool _advanced;

    /// <summary>Reads what is to be waited for.</summary>
    /// <exception cref="AdminFault">It cannot be read.</exception>
    public AdminWait(AdminCall call)
    {
        _call = call;
        _session = call.Session;
        var input = call.Input;
        _condition = ConditionOf(input);
        _patience = input.Duration("timeout") ?? UsualPatience;
        if (_patience > LongestPatience)
        {
            throw new AdminFault(400, "'timeout' must not be longer than 10m") { Path = input.PathOf("timeout") };
        }

        _whenFrozen = input.Text("frozen") ?? Answers;
    }

    /// <summary>How a wait is asked for: a job and a state, or a number of requests and conditions on them.</summary>
    public static ImmutableArray<AdminMember> Members { get; } =
    [
        new("state", AdminKind.Text, "State that the job is waited for in; QUEUED and PROCESSING also count when they are over.") { Allowed = [.. Enum.GetValues<JobState>().Select(s => s.ToWire())] },
        new("requests", AdminKind.Whole, "Least number of requests that meet the conditions.") { Least = 1 },
        new("timeout", AdminKind.Duration, "Longest wait, in real time; 30s when it is not given, 10m at most."),
        new("frozen", AdminKind.Text, "What to do while the clock stands still and only time can bring the condition: answer at once, wait for somebody to move it, or advance it.")
        {
            Allowed = [Answers, "wait", Advances],
        },
        .. RequestCriteria.Members,
    ];

    /// <summary>Answers at once when the condition holds or never will, else when it does.</summary>
    public TwinAnswer Answer() => Look(out _) ?? TwinAnswer.Of(_session.Clock, new TwinStep.Later(WaitAsync));

    private IWaitCondition ConditionOf(AdminInput input)
    {
        var help = _call.Route.Example;
        if (input.Whole("requests") is { } least)
        {
            return input.Has("state")
                ? throw new AdminFault(400, "'state' goes with a job, not with requests") { Path = input.PathOf("state"), Next = $"Send {help}." }
                : new RequestCondition(_session, new RequestCriteria(input), least);
        }

        return (input.Text("job"), JobStates.Parse(input.Text("state"))) is ({ } job, { } state)
            ? new JobCondition(_session, job, state)
            : throw new AdminFault(400, "Nothing to wait for: 'job' and 'state', or 'requests', are missing") { Next = $"Send {help}." };
    }

    private async Task<TwinAnswer> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var time = _call.Core.Time;
            var start = time.GetTimestamp();
            while (true)
            {
                var waiter = _session.AddWaiter();
                try
                {
                    if (Look(out var at) is { } answer)
                    {
                        return answer;
                    }

                    var left = _patience - time.GetElapsedTime(start);
                    if (left <= TimeSpan.Zero)
                    {
                        throw TimedOut();
                    }

                    await WakeAsync(waiter, at, left, cancellationToken);
                }
                finally
                {
                    _session.RemoveWaiter(waiter);
                }
            }
        }
        catch (AdminFault fault)
        {
            return TwinAnswer.Of(_session.Clock, AdminApi.ToResponse(fault, _call.Request.ApiKey));
        }
    }

    private async Task WakeAsync(TaskCompletionSource waiter, long? at, TimeSpan left, CancellationToken cancellationToken)
    {
        await using var patience = _call.Core.Time.CreateTimer(Wake, waiter, left, Timeout.InfiniteTimeSpan);
        await using var due = at is { } instant
            ? _session.Clock.CreateTimer(Wake, waiter, TimeSpan.FromTicks(Math.Max(0, instant - _session.Clock.NowTicks)), Timeout.InfiniteTimeSpan)
            : null;
        await using var gone = cancellationToken.Register(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiter);
        await waiter.Task;

        static void Wake(object? state) => ((TaskCompletionSource)state!).TrySetResult();
    }

    // The answer when there is one, else the instant at which the condition will hold by itself.
    private TwinAnswer? Look(out long? at)
    {
        while (true)
        {
            var (outlook, now) = _session.Read(() => (_condition.Look(_session.Clock.NowTicks), _session.Clock.NowTicks));
            at = outlook.At;
            if (outlook.IsMet)
            {
                return _call.Ok(_session.Read(() => _condition.ToDocument(now, _advanced)), AdminJson.Plain.WaitDocument);
            }

            if (outlook.WhyNever is { } why)
            {
                throw new AdminFault(409, $"Waiting for {_condition.Words} is in vain: {why}");
            }

            if (at is not { } instant || !_session.Clock.IsFrozen || _whenFrozen == "wait")
            {
                return null;
            }

            if (_whenFrozen != Advances)
            {
                throw Frozen(now, instant);
            }

            _session.Clock.AdvanceTo(instant);
            _advanced = true;
        }
    }

    private AdminFault Frozen(long now, long instant)
    {
        var seconds = (TimeSpan.FromTicks(instant - now).TotalSeconds).ToString("0.#######", System.Globalization.CultureInfo.InvariantCulture);
        return new AdminFault(409, $"The clock stands still at {UtcText.Exact(now)}: waiting for {_condition.Words} takes until {UtcText.Exact(instant)}")
        {
            Next = $"Move it: PUT /__admin/clock {{\"action\":\"advance\",\"by\":\"{seconds}s\"}}; or wait with \"frozen\":\"advance\", which moves it, or \"frozen\":\"wait\", which waits for somebody to do so.",
        };
    }

    private AdminFault TimedOut() => new(408, $"Waited {_patience.TotalSeconds:0.###} s for {_condition.Words}, in vain")
    {
        Next = "Give it a longer timeout, up to 10m.",
    };
}
