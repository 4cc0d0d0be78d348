using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Targets;

/// <summary>A place for one conversation: where it goes, with which keys, and how time passes there.</summary>
public sealed record Scene
{
    /// <summary>Origin, and the prefix of a session where there is one; ends without a slash.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>A valid key.</summary>
    public required string Key { get; init; }

    /// <summary>Another valid key; null when there is only one.</summary>
    public string? OtherKey { get; init; }

    /// <summary>Whether a made-up key is refused.</summary>
    public bool RefusesMadeUpKeys { get; init; } = true;

    /// <summary>Carries the requests.</summary>
    public required HttpMessageInvoker Invoker { get; init; }

    /// <summary>How time passes.</summary>
    public required Pace Pace { get; init; }

    /// <summary>How an error can be brought about.</summary>
    public ITriggers Triggers { get; init; } = new NoTriggers();

    /// <summary>
    /// Whether the target limits requests as it likes, so that a suite exceeds it without meaning to: then a refusal is waited
    /// out and the request sent again. Default false: the limit is the one that was wished for, and a refusal is an answer.
    /// </summary>
    public bool HasOwnRateLimit { get; init; }

    /// <summary>Which reading of the contract is checked.</summary>
    public required ApiProfile Profile { get; init; }

    /// <summary>What the target is.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>By how much modelled times, windows and retention are shortened. Default 1.</summary>
    public double Shortened { get; init; } = 1;

    /// <summary>How long a record lives here.</summary>
    public TimeSpan Retention => Scaled(ApiLimits.Retention);

    /// <summary>When v1 gives up here.</summary>
    public TimeSpan SyncCutOff => Scaled(ApiLimits.SyncCutOff);

    /// <summary>How long a v1 call is waited for: half as long again as the service itself waits.</summary>
    public TimeSpan SyncPatience => SyncCutOff * 1.5;

    /// <summary>How long something lasts here that lasts so long in the API: job times, windows and retention at the target's pace.</summary>
    internal TimeSpan Scaled(TimeSpan modelled) => modelled / Shortened;

    /// <summary>Told of every request.</summary>
    internal Action? Sent { get; init; }

    /// <summary>Is told every exchange; null when nobody asks.</summary>
    internal Action<Exchange>? Heard { get; init; }

    /// <summary>An absolute URL below <see cref="BaseUrl"/>.</summary>
    public Uri At(string path) => new(BaseUrl + path);

    /// <summary>A shell line that lets the target's clock move on by the seconds in <c>$1</c>; null to sleep.</summary>
    public string? ShellAdvance { get; init; }
}
