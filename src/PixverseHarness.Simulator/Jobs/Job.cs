using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>
/// An accepted job. All its instants are known from the start, and change only by an override; its state follows from
/// the clock. A million of them live at a time, so its fields are as small as they can be, and what few jobs have lies
/// apart.
/// </summary>
internal sealed class Job
{
    private const long NoBalance = long.MinValue;

    private readonly byte _idFormat;
    private readonly byte _aspectRatio;
    private readonly byte _duration;
    private long _balanceAfter = NoBalance;

    /// <summary>The id as a number: a quarter of the memory of its text.</summary>
    public required UInt128 Number { get; init; }

    /// <summary>How the id is written.</summary>
    public required RequestIdFormat IdFormat
    {
        get => (RequestIdFormat)_idFormat;
        init => _idFormat = (byte)value;
    }

    /// <summary>The id as on the wire.</summary>
    public string Id => RequestIds.Write(Number, IdFormat);

    /// <summary>Writes the id into a buffer of at least <see cref="RequestIds.MaxLength"/> characters; says how many it has.</summary>
    public int WriteId(Span<char> text) => RequestIds.Write(Number, IdFormat, text);

    /// <summary>Who pays.</summary>
    public required Account Account { get; init; }

    /// <summary>Price when it completes.</summary>
    public required MicroDollars Price { get; init; }

    /// <summary>Instant of the submit, in UTC ticks.</summary>
    public required long SubmittedAt { get; init; }

    /// <summary>Instant at which a worker has it.</summary>
    public required long StartsAt { get; set; }

    /// <summary>Instant at which the worker is done; for a stuck job that of its expiry.</summary>
    public required long EndsAt { get; set; }

    /// <summary>Instant from which the record is not found any more.</summary>
    public required long ExpiresAt { get; set; }

    /// <summary>Why it fails, or null.</summary>
    public ErrorCause? Failure { get; set; }

    /// <summary>Text of the error, or null for the cause's own.</summary>
    public string? FailureMessage => Rare?.FailureMessage;

    /// <summary>Whether it never reaches a terminal state.</summary>
    public bool Stuck { get; set; }

    /// <summary>Whether it came by v1.</summary>
    public bool IsSync { get; init; }

    /// <summary>The seed that the result names.</summary>
    public long Seed { get; init; }

    /// <summary>The prompt as UTF-8: half the memory of a string for most prompts.</summary>
    public required byte[] Prompt { get; init; }

    /// <summary>Shape of the output.</summary>
    public AspectRatio AspectRatio
    {
        get => (AspectRatio)_aspectRatio;
        init => _aspectRatio = (byte)value;
    }

    /// <summary>Length of the output.</summary>
    public ClipDuration Duration
    {
        get => (ClipDuration)_duration;
        init => _duration = (byte)value;
    }

    /// <summary>Faults that the prompt asked for and that concern later reads; null when there are none.</summary>
    public ImmutableArray<FaultRule>? Faults => Rare?.Faults;

    /// <summary>What few jobs have; null for all others.</summary>
    public RareTraits? Rare { get; set; }

    /// <summary>The how-manieth job of its session it is, from 0.</summary>
    public long Ordinal { get; set; }

    /// <summary>The events that have been settled.</summary>
    public JobEvents Settled { get; set; }

    /// <summary>How often its status has been read.</summary>
    public int StatusReads { get; set; }

    /// <summary>How often its result has been read, by v2 or by v1's poll URL.</summary>
    public int ResultReads { get; set; }

    /// <summary>Balance of the account after this job was charged; null until then, and for ever when it is not charged.</summary>
    public MicroDollars? BalanceAfter
    {
        get => _balanceAfter == NoBalance ? null : new MicroDollars(_balanceAfter);
        set => _balanceAfter = value?.Value ?? NoBalance;
    }

    /// <summary>The state at an instant.</summary>
    public JobState StateAt(long now) =>
        now < StartsAt ? JobState.Queued
        : now < EndsAt || Stuck ? JobState.Processing
        : Failure is null ? JobState.Completed
        : JobState.Failed;
}
