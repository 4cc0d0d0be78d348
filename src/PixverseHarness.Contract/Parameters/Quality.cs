using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Parameters;

/// <summary>Values of <c>quality</c> (section 4, documented).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Quality>))]
public enum Quality
{
    /// <summary><c>360p</c>.</summary>
    [JsonStringEnumMemberName("360p")]
    P360,

    /// <summary><c>540p</c>, the default.</summary>
    [JsonStringEnumMemberName("540p")]
    P540,

    /// <summary><c>720p</c>.</summary>
    [JsonStringEnumMemberName("720p")]
    P720,

    /// <summary><c>1080p</c>: only with 5 s and normal motion.</summary>
    [JsonStringEnumMemberName("1080p")]
    P1080,
}
