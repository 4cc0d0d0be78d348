using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Faults;

/// <summary>A fault and the requests that it meets. Every condition that is set must hold.</summary>
public sealed record FaultRule
{
    /// <summary>Id in the journal. Chance follows from it too: two rules draw alike only when they have the same id.</summary>
    public required string Id { get; init; }

    /// <summary>What goes wrong.</summary>
    public required Fault Fault { get; init; }

    /// <summary>The operations; empty means all.</summary>
    public ImmutableArray<ApiOperation> Operations { get; init; } = [];

    /// <summary>The API keys; empty means all.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Names of the sessions, the empty name being the default one's; empty means all.</summary>
    public ImmutableArray<string> Sessions { get; init; } = [];

    /// <summary>The states of the job that is read; empty means all.</summary>
    public ImmutableArray<JobState> States { get; init; } = [];

    /// <summary>First attempt that is met, from 1. Default 1.</summary>
    public int FirstAttempt { get; init; } = 1;

    /// <summary>Last attempt that is met; null means no end. With 2, two failures are followed by success.</summary>
    public int? LastAttempt { get; init; }

    /// <summary>Start of the window, counted from the start of the session's clock and shortened by the twin's pace; null means from the start.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>End of the window, exclusive; null means no end.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>Share of the matching requests that are met, 0 to 1; the choice follows from seed, session, logical request and attempt. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// Share at the end of the window, 0 to 1: the share goes in a straight line from <see cref="Probability"/> to it.
    /// Needs <see cref="Until"/>. Null means that the share stays as it is.
    /// </summary>
    public double? RampTo { get; init; }

    /// <summary>Whether the rule meets a request.</summary>
    public bool Meets(FaultScope scope)
    {
        if (!Concerns(scope.Operation, scope.Key, scope.SessionName, scope.Attempt) || !(States.IsEmpty || (scope.State is { } state && States.Contains(state))))
        {
            return false;
        }

        var elapsed = TimeSpan.FromTicks(scope.Now - scope.Clock.StartTicks);
        return WindowOf(scope.Decision, scope.Attempt) is { } window
            && elapsed >= scope.Paced(window.From)
            && (window.Until == TimeSpan.MaxValue || elapsed < scope.Paced(window.Until));
    }

    /// <summary>Whether everything holds that does not depend on time, state and chance.</summary>
    internal bool Concerns(ApiOperation operation, string? key, string session, int attempt) =>
        (Operations.IsEmpty || Operations.Contains(operation))
        && (Keys.IsEmpty || (key is not null && Keys.Contains(key)))
        && (Sessions.IsEmpty || Sessions.Contains(session))
        && attempt >= FirstAttempt
        && attempt <= (LastAttempt ?? int.MaxValue);

    /// <summary>
    /// The window in which one attempt of one logical request is met, before the twin's pace; null when chance spares
    /// it. Chance is drawn once; a share that grows or shrinks moves the bound of the window instead.
    /// </summary>
    internal (TimeSpan From, TimeSpan Until)? WindowOf(UInt128 decision, int attempt)
    {
        var (from, until) = (From ?? TimeSpan.Zero, Until ?? TimeSpan.MaxValue);
        var end = RampTo ?? Probability;
        if (Math.Min(Probability, end) >= 1)
        {
            return (from, until);
        }

        var draw = FaultScope.StreamOf(Id, "meets", decision, attempt).NextUnit();
        if (draw < Math.Min(Probability, end))
        {
            return (from, until);
        }

        if (draw >= Math.Max(Probability, end))
        {
            return null;
        }

        var crossing = from + ((until - from) * ((draw - Probability) / (end - Probability)));
        return end > Probability ? (crossing, until) : (from, crossing);
    }
}
