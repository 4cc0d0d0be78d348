using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Repro;

/// <summary>How to meet one error on purpose: a twin in a certain state, and what to send.</summary>
internal sealed record ReproCase
{
    /// <summary>Name of the cause or fault that was asked for.</summary>
    public required string Name { get; init; }

    /// <summary>The cause that the twin's profile makes of it; null for a fault that is no cause of the contract.</summary>
    public ErrorCause? Cause { get; init; }

    /// <summary>The twin.</summary>
    public required TwinOptions Twin { get; init; }

    /// <summary>What to do, in order; the last one is a <see cref="ReproStep.Send"/>.</summary>
    public required ImmutableArray<ReproStep> Steps { get; init; }

    /// <summary>Status of the last answer; null when none comes.</summary>
    public int? Status { get; init; }

    /// <summary>How the last exchange ends.</summary>
    public WireEnd End { get; init; }

    /// <summary>The request that meets the error.</summary>
    public ReproRequest Last => ((ReproStep.Send)Steps[^1]).Request;

    /// <summary>The expected end in a few words: <c>406 Not Acceptable</c>, <c>connection reset</c>.</summary>
    public string Outcome => EndWords.Of(Status, End);
}
