using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Parameters;

/// <summary>Values of <c>motion_mode</c> (section 4, documented).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MotionMode>))]
public enum MotionMode
{
    /// <summary><c>normal</c>, the default.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary><c>fast</c>: only with 5 s and below 1080p.</summary>
    [JsonStringEnumMemberName("fast")]
    Fast,
}
