using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixverseHarness.Contract.Wire;

/// <summary>Body of the credits call (section 3, documented).</summary>
public sealed record CreditsResponse
{
    /// <summary>Balance in dollars.</summary>
    [JsonPropertyName("credits")]
    public decimal? Credits { get; init; }

    /// <summary>Free balance in dollars.</summary>
    [JsonPropertyName("free-credits")]
    public decimal? FreeCredits { get; init; }

    /// <summary>Members that the contract does not know: drift. Settable because the serializer fills it after construction.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
