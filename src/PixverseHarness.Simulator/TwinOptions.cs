using System.Collections.Immutable;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Mutants;

namespace PixverseHarness.Simulator;

/// <summary>Everything that can be chosen about a twin. Read once, when the twin or a session is created.</summary>
public sealed record TwinOptions
{
    /// <summary>Which reading of the API holds. Default: the documented one.</summary>
    public ApiProfile Profile { get; init; } = ApiProfile.Documented;

    /// <summary>Seed of all fates and fault decisions. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// How much shorter than in reality the modelled durations, windows and retention are; 1 or more. The clock itself
    /// is not touched, so every answer stays true. Default 1.
    /// </summary>
    public double Pace { get; init; } = 1;

    /// <summary>Whether the clock starts frozen and moves only by the admin API. Default false.</summary>
    public bool ManualClock { get; init; }

    /// <summary>Plan whose request limit holds for each key. Default unlimited.</summary>
    public RatePlan Plan { get; init; } = RatePlan.Unlimited;

    /// <summary>Requests a minute for each key, instead of the plan's; null takes the plan's.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Balance that each key starts with. Default one million dollars.</summary>
    public MicroDollars Credits { get; init; } = new(1_000_000_000_000);

    /// <summary>Workers that run jobs, one job each; null for as many as needed. Default null.</summary>
    public int? Workers { get; init; }

    /// <summary>The valid keys; when empty every key that is not empty is valid. Default empty.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Share of jobs that fail in generation, 0 to 1. The real rate is unknown (section 11). Default 0.</summary>
    public double FailureRate { get; init; }

    /// <summary>Words that moderation blocks, compared without case. The real rules are unknown. Default none.</summary>
    public ImmutableArray<string> ModeratedWords { get; init; } = [];

    /// <summary>Fixed time that every job runs, instead of the drawn one; null draws it (section 11). For capacity models.</summary>
    public TimeSpan? ServiceTime { get; init; }

    /// <summary>Fault rules that hold from the start, in order.</summary>
    public ImmutableArray<FaultRule> Faults { get; init; } = [];

    /// <summary>Whether magic keys, magic prompt tags and <c>Prefer</c> are obeyed. Default true.</summary>
    public bool Triggers { get; init; } = true;

    /// <summary>Makes the twin wrong on purpose, in one way, to prove that a check can fail; null for a right one. Default null.</summary>
    public Mutant? Mutant { get; init; }

    /// <summary>Most journal entries that a session keeps; older ones are dropped, visibly. Default 10,000.</summary>
    public int JournalCapacity { get; init; } = 10_000;

    /// <summary>Most sessions besides the default one. Default 1,000.</summary>
    public int MaxSessions { get; init; } = 1_000;

    /// <summary>Most blocking v1 calls that wait for their job at once, over all sessions; further ones are refused with 501. Default 10,000.</summary>
    public int MaxHeldCalls { get; init; } = 10_000;

    /// <summary>
    /// Token that every call of the admin API has to bring as <c>Authorization: Bearer</c>; null lets programs on this
    /// machine in without one, and nobody else. Default null.
    /// </summary>
    public string? AdminToken { get; init; }

    /// <summary>Largest request body that is read, in bytes: 1 MiB. The API's own limit is unknown.</summary>
    public const int MaxBodyBytes = ApiLimits.TwinBodyBytes;

    /// <summary>A modelled duration at this pace.</summary>
    internal TimeSpan Paced(TimeSpan duration) => duration / Pace;
}
