using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>What was decided about a job at its submit. It never changes afterwards.</summary>
internal sealed record JobFate
{
    /// <summary>The id, before it is written in the profile's format.</summary>
    public required UInt128 Id { get; init; }

    /// <summary>Time before a worker can have it, apart from waiting for a free one; already paced.</summary>
    public required TimeSpan QueueTime { get; init; }

    /// <summary>Time on the worker; already paced.</summary>
    public required TimeSpan ServiceTime { get; init; }

    /// <summary>Why it fails, or null when it completes.</summary>
    public ErrorCause? Failure { get; init; }

    /// <summary>Text of the error, when the cause's own does not fit.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>Whether it stays PROCESSING until its record expires.</summary>
    public bool Stuck { get; init; }

    /// <summary>Whether its record is gone as soon as it has ended, or from the very start.</summary>
    public EarlyLoss Loss { get; init; }

    /// <summary>How long after the submit its record is lost, when that is before its retention is over; already paced; null when it is not.</summary>
    public TimeSpan? LostAfter { get; init; }

    /// <summary>The seed that the result names.</summary>
    public required long Seed { get; init; }
}
