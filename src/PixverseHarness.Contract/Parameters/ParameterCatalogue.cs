using System.Collections.Immutable;

namespace PixverseHarness.Contract.Parameters;

/// <summary>The eight parameters (section 4, documented on the API page).</summary>
public static class ParameterCatalogue
{
    /// <summary>All parameters, in alphabetical order of the required ones and then of the optional ones.</summary>
    public static ImmutableArray<ParameterSpec> All { get; } =
    [
        new()
        {
            Name = "aspect_ratio", Type = ParameterType.Text, Required = true, Default = "16:9",
            Allowed = ["16:9", "4:3", "1:1", "3:4", "9:16"], Summary = "Shape of the picture.",
        },
        new()
        {
            Name = "duration", Type = ParameterType.Integer, Required = true, Default = "5",
            Allowed = ["5", "8"], Summary = "Length of the video in seconds.",
        },
        new()
        {
            Name = "motion_mode", Type = ParameterType.Text, Required = true, Default = "normal",
            Allowed = ["normal", "fast"], Summary = "Speed of motion.",
        },
        new()
        {
            Name = "prompt", Type = ParameterType.Text, Required = true, Summary = "What the video shows; not empty.",
        },
        new()
        {
            Name = "quality", Type = ParameterType.Text, Required = true, Default = "540p",
            Allowed = ["360p", "540p", "720p", "1080p"], Summary = "Resolution.",
        },
        new()
        {
            Name = "negative_prompt", Type = ParameterType.Text, Required = false, Summary = "What the video must not show.",
        },
        new()
        {
            Name = "seed", Type = ParameterType.Integer, Required = false, Summary = "Seed of the generation.",
        },
        new()
        {
            Name = "style", Type = ParameterType.Text, Required = false, Nullable = true,
            Allowed = ["anime", "3d_animation", "clay", "comic", "cyberpunk"], Summary = "Style; null or absent for none.",
        },
    ];

    /// <summary>The parameter with this name, or null.</summary>
    public static ParameterSpec? Find(string name) => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));
}
