using System.Text.Json.Serialization;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>One request of the journal.</summary>
internal sealed record RequestDocument
{
    public required long Number { get; init; }

    public required string At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string? Operation { get; init; }

    public required string? Key { get; init; }

    public required string? Job { get; init; }

    public required int Attempt { get; init; }

    public required int Status { get; init; }

    public required string? Cause { get; init; }

    public required string? Faults { get; init; }

    public required string? Note { get; init; }

    /// <summary>For a request that led nowhere: the nearest thing that exists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NearMissDocument? NearMiss { get; init; }

    public static RequestDocument Of(JournalEntry entry) => new()
    {
        Number = entry.Number,
        At = UtcText.Exact(entry.At),
        Method = entry.Method,
        Path = entry.Path,
        Operation = entry.Operation is { } operation ? Operations.Get(operation).Name : null,
        Key = entry.Key,
        Job = entry.Job,
        Attempt = entry.Attempt,
        Status = entry.Status,
        Cause = entry.Cause,
        Faults = entry.Faults,
        Note = entry.Note,
    };
}
