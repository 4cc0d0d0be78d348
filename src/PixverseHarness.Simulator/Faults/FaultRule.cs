using System.Collections.Immutable;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Randomness;

namespace PixverseHarness.Simulator.Faults;

/// <summary>A fault and the requests that it meets. Every condition that is set must hold.</summary>
public sealed record FaultRule
{
    /// <summary>Id in the journal.</summary>
    public required string Id { get; init; }

    /// <summary>What goes wrong.</summary>
    public required Fault Fault { get; init; }

    /// <summary>The operations; empty means all.</summary>
    public ImmutableArray<ApiOperation> Operations { get; init; } = [];

    /// <summary>The API keys; empty means all.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The states of the job that is read; empty means all.</summary>
    public ImmutableArray<JobState> States { get; init; } = [];

    /// <summary>First attempt that is met, from 1. Default 1.</summary>
    public int FirstAttempt { get; init; } = 1;

    /// <summary>Last attempt that is met; null means no end.</summary>
    public int? LastAttempt { get; init; }

    /// <summary>Start of the window, counted from the start of the session's clock; null means from the start.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>End of the window, exclusive; null means no end.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>Share of the matching requests that are met, 0 to 1; the choice follows from seed, session, logical request and attempt. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Whether the rule meets a request.</summary>
    public bool Meets(FaultScope scope)
    {
        if (!Operations.IsEmpty && !Operations.Contains(scope.Operation))
        {
            return false;
        }

        if (!Keys.IsEmpty && (scope.Key is null || !Keys.Contains(scope.Key)))
        {
            return false;
        }

        if (!States.IsEmpty && (scope.State is not { } state || !States.Contains(state)))
        {
            return false;
        }

        if (scope.Attempt < FirstAttempt || scope.Attempt > (LastAttempt ?? int.MaxValue))
        {
            return false;
        }

        var elapsed = TimeSpan.FromTicks(scope.Now - scope.Session.Clock.StartTicks);
        return elapsed >= (From ?? TimeSpan.Zero) && elapsed < (Until ?? TimeSpan.MaxValue) && IsDrawn(scope);
    }

    private bool IsDrawn(FaultScope scope) =>
        Probability >= 1 || new FateStream(new StableHash("fault").Add(Id).Add(scope.Decision).ToUInt128()).NextUnit() < Probability;
}
