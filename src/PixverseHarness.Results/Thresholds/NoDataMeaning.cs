using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Thresholds;

/// <summary>What a threshold says when its metric has no observation.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<NoDataMeaning>))]
public enum NoDataMeaning
{
    /// <summary>It is crossed.</summary>
    Fail,

    /// <summary>It holds.</summary>
    Pass,
}
