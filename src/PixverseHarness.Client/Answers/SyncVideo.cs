using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Client;

/// <summary>Answer of the blocking v1 call: the video itself, and what the headers state (facts sheet section 7). Null means not stated.</summary>
public sealed record SyncVideo
{
    /// <summary>The MP4 file.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Media type, <c>video/mp4</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Id under which the console lists the generation.</summary>
    public string? RequestId { get; init; }

    /// <summary>Time of the model.</summary>
    public TimeSpan? GenerationTime { get; init; }

    /// <summary>What was charged.</summary>
    public MicroDollars? Cost { get; init; }

    /// <summary>The balance after the charge.</summary>
    public MicroDollars? RemainingCredits { get; init; }

    /// <summary>The seed that was used, as text.</summary>
    public string? Seed { get; init; }

    /// <summary>End of the current rate-limit window.</summary>
    public DateTimeOffset? RateLimitResetAt { get; init; }
}
