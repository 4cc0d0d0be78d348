using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Wire;

/// <summary>Body of a 200 answer to a submit (section 5).</summary>
public sealed record SubmitResponse
{
    /// <summary>Opaque id of the job: a UUID by the docs, 32 hex digits live.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }

    /// <summary>Always <c>QUEUED</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>Absolute URL of the status call.</summary>
    [JsonPropertyName("status_url")]
    public string? StatusUrl { get; init; }

    /// <summary>Absolute URL of the result call.</summary>
    [JsonPropertyName("response_url")]
    public string? ResponseUrl { get; init; }

    /// <summary>Absolute URL of the backward-compatible v1 result call.</summary>
    [JsonPropertyName("poll_url")]
    public string? PollUrl { get; init; }

    /// <summary>Members that the contract does not know: drift. Settable because the serializer fills it after construction.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
