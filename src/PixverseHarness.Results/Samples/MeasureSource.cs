using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Samples;

/// <summary>On whose word, and from which instant, a duration was taken.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MeasureSource>))]
public enum MeasureSource
{
    /// <summary>Seen by the client, counted from the intended instant (no coordinated omission).</summary>
    Observed,

    /// <summary>Stated by the service in its answers.</summary>
    Stated,

    /// <summary>Seen by the client, counted from the actual instant: what a naive tool prints.</summary>
    Uncorrected,
}
