using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Findings;

/// <summary>How a clause stands after a run.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ClauseVerdict>))]
public enum ClauseVerdict
{
    /// <summary>Something contradicts it.</summary>
    Violated,

    /// <summary>It was looked at and nothing contradicts it.</summary>
    Held,

    /// <summary>It is an open question; what was seen is kept.</summary>
    Observed,

    /// <summary>It could not be looked at on this target, in this run.</summary>
    NotChecked,

    /// <summary>It belongs to another profile.</summary>
    OtherProfile,

    /// <summary>No conversation can show it.</summary>
    NotCheckable,
}
