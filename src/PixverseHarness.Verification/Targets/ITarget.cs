using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Verification.Targets;

/// <summary>An implementation of the API that can be checked.</summary>
public interface ITarget
{
    /// <summary>How a report calls it.</summary>
    string Name { get; }

    /// <summary>What it is.</summary>
    TargetKind Kind { get; }

    /// <summary>The reading of the contract that it is held against.</summary>
    ApiProfile Profile { get; }

    /// <summary>Whether every scene is a world of its own, so that checks can run side by side.</summary>
    bool HasSessions { get; }

    /// <summary>Opens a scene.</summary>
    /// <param name="name">A name that no other scene of this run has: letters, digits and hyphens.</param>
    /// <param name="wish">How it should be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The scene, or the reason why this target cannot offer one like that.</returns>
    Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken);
}
