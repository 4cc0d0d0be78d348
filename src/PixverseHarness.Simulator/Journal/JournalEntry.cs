using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Journal;

/// <summary>One request and how it was answered. Bodies are not kept: those of reads can be computed again.</summary>
public readonly record struct JournalEntry
{
    /// <summary>Number of the request in its session, from 1, in the order in which the core handled them.</summary>
    public required long Number { get; init; }

    /// <summary>Instant in UTC ticks on the session's clock.</summary>
    public required long At { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path without the session prefix.</summary>
    public required string Path { get; init; }

    /// <summary>The operation, or null when the path is none of the API's.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>The key, redacted; null when there was none.</summary>
    public string? Key { get; init; }

    /// <summary>Id of the job that was created or read; null when there was none.</summary>
    public string? Job { get; init; }

    /// <summary>The how-manieth request for the same job and operation, or POST of the same body, from 1; 0 when not counted.</summary>
    public int Attempt { get; init; }

    /// <summary>Status that was answered; 0 when the connection was ended without one.</summary>
    public required int Status { get; init; }

    /// <summary>Name of the error cause, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>Ids of the fault rules that took part, separated by commas; null when none did.</summary>
    public string? Faults { get; init; }

    /// <summary>A remark for people, for example about a tag that names nothing; null when there is none.</summary>
    public string? Note { get; init; }
}
