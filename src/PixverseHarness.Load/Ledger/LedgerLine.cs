namespace PixverseHarness.Load.Ledger;

/// <summary>One line of a ledger. Members that a kind does not have are left out.</summary>
/// <param name="Kind"><c>ledger</c> for the first line, then <c>intent</c>, <c>accepted</c> or <c>resolved</c>.</param>
internal sealed record LedgerLine(string Kind)
{
    public const string Header = "ledger";
    public const string Intent = "intent";
    public const string Accepted = "accepted";
    public const string Resolved = "resolved";

    /// <summary>The header's version of this format.</summary>
    public int? SchemaVersion { get; init; }

    /// <summary>The header's seed of the run.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The number of the job in the run, from 0.</summary>
    public long? Ordinal { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The most that the job may cost, in millionths of a US dollar.</summary>
    public long? PriceMicroDollars { get; init; }

    /// <summary>The id that the service gave the job.</summary>
    public string? JobId { get; init; }

    /// <summary>How the job ended, as the outcome's tag.</summary>
    public string? Outcome { get; init; }
}
