namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>What a session models, and the bounds of the twin.</summary>
internal sealed record SettingsDocument
{
    public required string Session { get; init; }

    public required string Profile { get; init; }

    public required ulong Seed { get; init; }

    public required double Pace { get; init; }

    public required string Plan { get; init; }

    public required int? RequestsPerMinute { get; init; }

    public required double RateWindowSeconds { get; init; }

    public required double RetentionSeconds { get; init; }

    public required double SyncCutOffSeconds { get; init; }

    public required decimal Credits { get; init; }

    public required int? Workers { get; init; }

    public required double FailureRate { get; init; }

    public required int FaultRules { get; init; }

    public required int JournalCapacity { get; init; }

    public required int MaxBodyBytes { get; init; }

    public required int MaxSessions { get; init; }

    public required int Sessions { get; init; }

    public required int MaxHeldCalls { get; init; }

    public required string Host { get; init; }

    public required BoundsDocument Bounds { get; init; }

    public required IReadOnlyDictionary<string, string> Switches { get; init; }
}
