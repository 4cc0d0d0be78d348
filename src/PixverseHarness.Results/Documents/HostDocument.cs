using System.Text.Json;

namespace PixverseHarness.Results.Documents;

/// <summary>What belongs to one machine and one moment, and would make equal runs differ. Holds no secret.</summary>
public sealed record HostDocument
{
    /// <summary>Version of the document's schema.</summary>
    public string SchemaVersion { get; init; } = RunDocument.CurrentSchemaVersion;

    /// <summary>Start of the run, a label only.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Operating system, as it names itself.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Runtime, as it names itself.</summary>
    public required string Runtime { get; init; }

    /// <summary>Cores that the process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>Address of the target without key or query; null for the embedded twin.</summary>
    public string? TargetAddress { get; init; }

    /// <summary>Commit of the checkout; null if unknown.</summary>
    public string? Commit { get; init; }

    /// <summary>The generator's own health.</summary>
    public GeneratorDocument? Generator { get; init; }

    /// <summary>Writes the document as indented JSON with a final line feed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ResultsJson.Context.HostDocument) + "\n";

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static HostDocument FromJson(string json) =>
        JsonSerializer.Deserialize(json, ResultsJson.Context.HostDocument) ?? throw new JsonException("The host document is null.");
}
