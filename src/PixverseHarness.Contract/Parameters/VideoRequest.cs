using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Parameters;

/// <summary>
/// The eight parameters of a generation, typed. The five that the API marks as required are always written, the
/// three optional ones only when set (section 4). An instance may still break the cross-field rules:
/// <see cref="CrossFieldRules.BrokenBy(VideoRequest)"/> tells.
/// </summary>
public sealed record VideoRequest
{
    /// <summary>What the video shows. Required, not empty. The upstream vendor allows 2,048 characters; Segmind's limit is unknown.</summary>
    [JsonPropertyName("prompt")]
    public required string Prompt { get; init; }

    /// <summary>Shape of the picture. Default 16:9.</summary>
    [JsonPropertyName("aspect_ratio")]
    public AspectRatio AspectRatio { get; init; } = AspectRatio.Landscape16x9;

    /// <summary>Length of the video. Default 5 s.</summary>
    [JsonPropertyName("duration")]
    public ClipDuration Duration { get; init; } = ClipDuration.FiveSeconds;

    /// <summary>Speed of motion. Default normal.</summary>
    [JsonPropertyName("motion_mode")]
    public MotionMode MotionMode { get; init; } = MotionMode.Normal;

    /// <summary>Resolution. Default 540p.</summary>
    [JsonPropertyName("quality")]
    public Quality Quality { get; init; } = Quality.P540;

    /// <summary>What the video must not show; null leaves it out.</summary>
    [JsonPropertyName("negative_prompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NegativePrompt { get; init; }

    /// <summary>Seed of the generation; null leaves it out. Upstream takes 0 to 2147483647; Segmind's range is unknown.</summary>
    [JsonPropertyName("seed")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Seed { get; init; }

    /// <summary>Style; null leaves it out.</summary>
    [JsonPropertyName("style")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoStyle? Style { get; init; }
}
