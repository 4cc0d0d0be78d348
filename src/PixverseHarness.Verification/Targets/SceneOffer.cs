namespace PixverseHarness.Verification.Targets;

/// <summary>A scene, or the reason why there is none.</summary>
public sealed record SceneOffer
{
    private SceneOffer(Scene? scene, string? refusal)
    {
        Scene = scene;
        Refusal = refusal;
    }

    /// <summary>The scene; null when <see cref="Refusal"/> says why not.</summary>
    public Scene? Scene { get; }

    /// <summary>What the target does not offer; null when there is a scene.</summary>
    public string? Refusal { get; }

    /// <summary>The scene as wished.</summary>
    public static SceneOffer Of(Scene scene) => new(scene, null);

    /// <summary>No scene.</summary>
    /// <param name="reason">In the form "the target does not ...".</param>
    public static SceneOffer Refused(string reason) => new(null, reason);
}
