using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Parameters;

/// <summary>Values of <c>aspect_ratio</c> (section 4, documented).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AspectRatio>))]
public enum AspectRatio
{
    /// <summary><c>16:9</c>, the default.</summary>
    [JsonStringEnumMemberName("16:9")]
    Landscape16x9,

    /// <summary><c>4:3</c>.</summary>
    [JsonStringEnumMemberName("4:3")]
    Landscape4x3,

    /// <summary><c>1:1</c>.</summary>
    [JsonStringEnumMemberName("1:1")]
    Square,

    /// <summary><c>3:4</c>.</summary>
    [JsonStringEnumMemberName("3:4")]
    Portrait3x4,

    /// <summary><c>9:16</c>.</summary>
    [JsonStringEnumMemberName("9:16")]
    Portrait9x16,
}
