using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Parameters;

/// <summary>Values of <c>style</c>; leaving it out means no style (section 4, documented).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoStyle>))]
public enum VideoStyle
{
    /// <summary><c>anime</c>.</summary>
    [JsonStringEnumMemberName("anime")]
    Anime,

    /// <summary><c>3d_animation</c>.</summary>
    [JsonStringEnumMemberName("3d_animation")]
    Animation3D,

    /// <summary><c>clay</c>.</summary>
    [JsonStringEnumMemberName("clay")]
    Clay,

    /// <summary><c>comic</c>.</summary>
    [JsonStringEnumMemberName("comic")]
    Comic,

    /// <summary><c>cyberpunk</c>.</summary>
    [JsonStringEnumMemberName("cyberpunk")]
    Cyberpunk,
}
