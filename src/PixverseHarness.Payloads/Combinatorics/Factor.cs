using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>One parameter as combinatorial testing sees it.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Levels">Its values: those of an enum parameter, classes of values of a free one.</param>
public sealed record Factor(string Name, ImmutableArray<string> Levels)
{
    /// <summary>Stands for an optional parameter that is left out.</summary>
    public const string Absent = "(absent)";

    /// <summary>Stands for a free parameter that is there, whatever its value.</summary>
    public const string Present = "(present)";

    /// <summary>Stands for a prompt in Latin letters.</summary>
    public const string Latin = "(latin)";

    /// <summary>Stands for a prompt in another script.</summary>
    public const string OtherScript = "(other script)";

    /// <summary>The eight parameters, in the order of a request's members.</summary>
    public static ImmutableArray<Factor> All { get; } =
    [
        new("prompt", [Latin, OtherScript]),
        new("aspect_ratio", ["16:9", "4:3", "1:1", "3:4", "9:16"]),
        new("duration", ["5", "8"]),
        new("motion_mode", ["normal", "fast"]),
        new("quality", ["360p", "540p", "720p", "1080p"]),
        new("negative_prompt", [Absent, Present]),
        new("seed", [Absent, Present]),
        new("style", [Absent, "anime", "3d_animation", "clay", "comic", "cyberpunk"]),
    ];
}
