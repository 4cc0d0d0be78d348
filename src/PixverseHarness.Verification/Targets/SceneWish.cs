using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Verification.Targets;

/// <summary>How a check wants the account and the service behind a scene to be. What is not set may be as it is.</summary>
public sealed record SceneWish
{
    /// <summary>Nothing in particular.</summary>
    public static SceneWish Any { get; } = new();

    /// <summary>Requests a minute that one key may send.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>The plan of the account.</summary>
    public RatePlan? Plan { get; init; }

    /// <summary>Balance of each key at the start.</summary>
    public MicroDollars? Credits { get; init; }

    /// <summary>Workers that run jobs.</summary>
    public int? Workers { get; init; }

    /// <summary>How long each job runs.</summary>
    public TimeSpan? JobTime { get; init; }

    /// <summary>Whether only the scene's own keys are valid.</summary>
    public bool ClosedKeys { get; init; }
}
