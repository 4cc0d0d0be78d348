using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Wire;

/// <summary>The <c>video</c> object of a result (section 6, second-hand; its exact keys for this model are unknown).</summary>
public sealed record VideoFile
{
    /// <summary>Absolute URL of the file; served without a key.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>Media type, <c>video/mp4</c>.</summary>
    [JsonPropertyName("content_type")]
    public string? ContentType { get; init; }

    /// <summary>Name of the file.</summary>
    [JsonPropertyName("file_name")]
    public string? FileName { get; init; }

    /// <summary>Size in bytes; a string by the source.</summary>
    [JsonPropertyName("file_size")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? FileSize { get; init; }

    /// <summary>URL of the last frame, where the model gives one.</summary>
    [JsonPropertyName("last_frame_url")]
    public string? LastFrameUrl { get; init; }

    /// <summary>Members that the contract does not know: drift. Settable because the serializer fills it after construction.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
