namespace PixverseHarness.Results.Findings;

/// <summary>One difference between what a clause demands and what a target did. Holds no secret: keys are redacted before.</summary>
public sealed record Finding
{
    /// <summary>Stable over runs for the same difference: it follows from clause, place and kind, never from a value.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the violated clause, such as <c>PV-STATUS-007</c>; null if none covers it.</summary>
    public string? Clause { get; init; }

    /// <summary>How much it weighs.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Who is wrong.</summary>
    public required FindingClass Class { get; init; }

    /// <summary>One sentence that says what is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>Operation and JSON path or header, such as <c>GET /v2/requests/{id}/status $.status</c>.</summary>
    public required string Where { get; init; }

    /// <summary>What the clause demands.</summary>
    public required string Expected { get; init; }

    /// <summary>What was seen.</summary>
    public required string Seen { get; init; }

    /// <summary>A command that shows it again; null if no single request does.</summary>
    public string? Curl { get; init; }

    /// <summary>Path of a script that shows it again, from the folder of the reports; null if none was written.</summary>
    public string? Script { get; init; }
}
