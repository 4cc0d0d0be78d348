using System.Collections.Immutable;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Engine;

/// <summary>How a run went as a whole. The samples went to its recorder.</summary>
public sealed record LoadResult
{
    /// <summary>When it began: the instant that all offsets count from.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, drain included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>When it stopped submitting; the drain lasted from here to <see cref="Elapsed"/>.</summary>
    public required TimeSpan DrainedFrom { get; init; }

    /// <summary>Why it stopped submitting.</summary>
    public required StopReason Reason { get; init; }

    /// <summary>The reason in words, where whoever stopped it gave one.</summary>
    public string? ReasonText { get; init; }

    /// <summary>What broke; null unless <see cref="Reason"/> is <see cref="StopReason.HarnessFault"/>.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Whether a second stop request, or a fault, cut the drain short.</summary>
    public bool WasCutShort { get; init; }

    /// <summary>The submit cohorts that samples refer to.</summary>
    public required ImmutableArray<Cohort> Cohorts { get; init; }

    /// <summary>Jobs that fell due, shed ones included and adopted ones not.</summary>
    public required long Offered { get; init; }

    /// <summary>Jobs whose submit was sent.</summary>
    public required long Submitted { get; init; }

    /// <summary>Jobs taken over from an earlier run.</summary>
    public required int Adopted { get; init; }

    /// <summary>Jobs by outcome, adopted ones included; an outcome's number is its index.</summary>
    public required ImmutableArray<long> Outcomes { get; init; }

    /// <summary>The most jobs submitting or accepted at one moment.</summary>
    public required int MostInFlight { get; init; }

    /// <summary>Polls sent.</summary>
    public required long Polls { get; init; }

    /// <summary>Polls that the plan put where the generator stood still, and which were left out rather than sent in a burst.</summary>
    public required long MissedPolls { get; init; }

    /// <summary>Failed polls after which the job was still followed.</summary>
    public required long PollErrorsSurvived { get; init; }

    /// <summary>Answers that refused a request for a rate limit.</summary>
    public required long ThrottledAnswers { get; init; }

    /// <summary>Time that jobs spent waiting for rate limits, summed over jobs.</summary>
    public required TimeSpan Throttled { get; init; }

    /// <summary>Acceptances that came after the submit was given up; the ledger has their ids.</summary>
    public required long LateAcceptances { get; init; }

    /// <summary>What the engine itself has to say against its run; the default engine leaves that to the analysers.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>Jobs that ended in an outcome.</summary>
    public long Count(JobOutcome outcome) => Outcomes[(int)outcome];
}
