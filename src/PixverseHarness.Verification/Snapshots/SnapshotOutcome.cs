namespace PixverseHarness.Verification.Snapshots;

/// <summary>How one snapshot came out.</summary>
public sealed record SnapshotOutcome
{
    /// <summary>Name of the snapshot, by which it is accepted.</summary>
    public required string Name { get; init; }

    /// <summary>How it stands.</summary>
    public required SnapshotVerdict Verdict { get; init; }

    /// <summary>Name of the committed file.</summary>
    public required string VerifiedFile { get; init; }

    /// <summary>Name of the file with the new text; null where no new text belongs to the committed file.</summary>
    public string? ReceivedFile { get; init; }

    /// <summary>What differs, as a unified diff from the committed to the new text; empty where nothing does.</summary>
    public string Difference { get; init; } = "";

    /// <summary>Whether it fails a run.</summary>
    public bool IsFailure => Verdict is SnapshotVerdict.New or SnapshotVerdict.NotEqual or SnapshotVerdict.Delete;
}
