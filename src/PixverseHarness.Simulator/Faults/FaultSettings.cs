namespace PixverseHarness.Simulator.Faults;

/// <summary>What was set about a fault. Durations are those of the real API: the twin's pace shortens them.</summary>
public sealed record FaultSettings
{
    /// <summary>How long, as the kind understands it; null takes the kind's default.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Longest delay, when it is drawn uniformly from <see cref="Duration"/> on; null for a fixed one.</summary>
    public TimeSpan? UpTo { get; init; }

    /// <summary>95th percentile of a log-normal delay whose median is <see cref="Duration"/>; null for a fixed one.</summary>
    public TimeSpan? P95 { get; init; }

    /// <summary>Status of the answer, 400 to 599; null takes the kind's default.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>A word or an origin, as the kind understands it; null takes the kind's default.</summary>
    public string? Text { get; init; }

    /// <summary>Bytes in a piece, 1 or more; null takes the kind's default.</summary>
    public int? Bytes { get; init; }

    /// <summary>Which of them are set.</summary>
    public FaultSetting Given =>
        (Duration is null ? 0 : FaultSetting.Duration)
        | (UpTo is null ? 0 : FaultSetting.UpTo)
        | (P95 is null ? 0 : FaultSetting.P95)
        | (HttpStatus is null ? 0 : FaultSetting.HttpStatus)
        | (Text is null ? 0 : FaultSetting.Text)
        | (Bytes is null ? 0 : FaultSetting.Bytes);
}
