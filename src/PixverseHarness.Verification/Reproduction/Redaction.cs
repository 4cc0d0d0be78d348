using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Reproduction;

/// <summary>Keeps keys out of everything that is shown.</summary>
internal static class Redaction
{
    /// <summary>The shell variable that stands for a key of the scene; null for a key that is none, and so no secret.</summary>
    public static string? VariableOf(string key, Scene scene) =>
        string.Equals(key, scene.Key, StringComparison.Ordinal) ? "SEGMIND_API_KEY"
        : string.Equals(key, scene.OtherKey, StringComparison.Ordinal) ? "SEGMIND_OTHER_KEY"
        : null;

    /// <summary>A text without the scene's keys.</summary>
    public static string Of(string text, Scene scene)
    {
        text = text.Replace(scene.Key, "(key)", StringComparison.Ordinal);
        return scene.OtherKey is { } other ? text.Replace(other, "(other key)", StringComparison.Ordinal) : text;
    }
}
