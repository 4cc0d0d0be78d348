using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>An accepted job. All its instants are known from the start; its state follows from the clock.</summary>
internal sealed class Job
{
    /// <summary>The id as a number: a quarter of the memory of its text.</summary>
    public required UInt128 Number { get; init; }

    /// <summary>How the id is written.</summary>
    public required RequestIdFormat IdFormat { get; init; }

    /// <summary>The id as on the wire.</summary>
    public string Id => RequestIds.Write(Number, IdFormat);

    /// <summary>Who pays.</summary>
    public required Account Account { get; init; }

    /// <summary>Price when it completes.</summary>
    public required MicroDollars Price { get; init; }

    /// <summary>Instant of the submit, in UTC ticks.</summary>
    public required long SubmittedAt { get; init; }

    /// <summary>Instant at which a worker has it.</summary>
    public required long StartsAt { get; init; }

    /// <summary>Instant at which the worker is done; for a stuck job that of its expiry.</summary>
    public required long EndsAt { get; init; }

    /// <summary>Instant from which the record is not found any more.</summary>
    public required long ExpiresAt { get; init; }

    /// <summary>Why it fails, or null.</summary>
    public ErrorCause? Failure { get; init; }

    /// <summary>Text of the error, or null for the cause's own.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>Whether it never reaches a terminal state.</summary>
    public bool Stuck { get; init; }

    /// <summary>Whether it came by v1.</summary>
    public bool IsSync { get; init; }

    /// <summary>The seed that the result names.</summary>
    public long Seed { get; init; }

    /// <summary>The prompt as UTF-8: half the memory of a string for most prompts.</summary>
    public required byte[] Prompt { get; init; }

    /// <summary>Shape of the output.</summary>
    public AspectRatio AspectRatio { get; init; }

    /// <summary>Length of the output.</summary>
    public ClipDuration Duration { get; init; }

    /// <summary>Faults that the prompt asked for and that concern later reads; null when there are none.</summary>
    public ImmutableArray<FaultRule>? Faults { get; init; }

    /// <summary>The how-manieth job of its session it is, from 0.</summary>
    public long Ordinal { get; set; }

    /// <summary>The events that have been settled.</summary>
    public JobEvents Settled { get; set; }

    /// <summary>How often its status has been read.</summary>
    public int StatusReads { get; set; }

    /// <summary>How often its result has been read, by v2 or by v1's poll URL.</summary>
    public int ResultReads { get; set; }

    /// <summary>Balance of the account after this job was charged; null until then, and for ever when it is not charged.</summary>
    public MicroDollars? BalanceAfter { get; set; }

    /// <summary>The state at an instant.</summary>
    public JobState StateAt(long now) =>
        now < StartsAt ? JobState.Queued
        : now < EndsAt || Stuck ? JobState.Processing
        : Failure is null ? JobState.Completed
        : JobState.Failed;
}
