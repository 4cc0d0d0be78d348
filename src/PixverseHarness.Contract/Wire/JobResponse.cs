using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Wire;

/// <summary>
/// Body of the status and result calls, 200 and 422 alike (section 6). Status answers carry neither output nor video;
/// URLs are dropped once the job has ended.
/// </summary>
public sealed record JobResponse
{
    /// <summary>State of the job as on the wire.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>Id of the job; optional on failure (section 15, contradiction 15).</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }

    /// <summary>Why the job failed; usually a string, clients should tolerate objects and lists.</summary>
    [JsonPropertyName("error")]
    public JsonElement? Error { get; init; }

    /// <summary>URL of the status call, while the job runs.</summary>
    [JsonPropertyName("status_url")]
    public string? StatusUrl { get; init; }

    /// <summary>URL of the result call, while the job runs.</summary>
    [JsonPropertyName("response_url")]
    public string? ResponseUrl { get; init; }

    /// <summary>Times and cost.</summary>
    [JsonPropertyName("metrics")]
    public JobMetrics? Metrics { get; init; }

    /// <summary>The output: for video the URL of the file.</summary>
    [JsonPropertyName("output")]
    public JsonElement? Output { get; init; }

    /// <summary>The output file.</summary>
    [JsonPropertyName("video")]
    public VideoFile? Video { get; init; }

    /// <summary>The seed that was used, typed as a string by the source.</summary>
    [JsonPropertyName("seed")]
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Seed { get; init; }

    /// <summary>The prompt, repeated.</summary>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; init; }

    /// <summary>Times of the model's stages; content unknown.</summary>
    [JsonPropertyName("timings")]
    public JsonElement? Timings { get; init; }

    /// <summary>Members that the contract does not know: drift. Settable because the serializer fills it after construction.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
