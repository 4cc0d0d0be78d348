using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Wire;

/// <summary>The <c>metrics</c> object of status and result (section 6). Empty while the job runs.</summary>
public sealed record JobMetrics
{
    /// <summary>Model time in seconds.</summary>
    [JsonPropertyName("inference_time")]
    public decimal? InferenceTime { get; init; }

    /// <summary>Wait for a worker in seconds.</summary>
    [JsonPropertyName("queue_time")]
    public decimal? QueueTime { get; init; }

    /// <summary>Whole time in seconds.</summary>
    [JsonPropertyName("total_time")]
    public decimal? TotalTime { get; init; }

    /// <summary>Dollars charged; absent on failure.</summary>
    [JsonPropertyName("cost")]
    public decimal? Cost { get; init; }

    /// <summary>Balance in dollars after the charge; absent on failure.</summary>
    [JsonPropertyName("remaining_credits")]
    public decimal? RemainingCredits { get; init; }

    /// <summary>How often the platform itself retried; present only when it did.</summary>
    [JsonPropertyName("retry_count")]
    public int? RetryCount { get; init; }

    /// <summary>Members that the contract does not know: drift. Settable because the serializer fills it after construction.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
