using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Simulator.Faults;

/// <summary>The closed list of faults by name: every error cause of the contract, and the faults of the twin's own.</summary>
public static class FaultCatalogue
{
    /// <summary>The faults that are not error causes.</summary>
    public static ImmutableArray<FaultKind> Kinds { get; } =
    [
        new("latency", "answers later; needs a duration, for example latency:5s", TakesDuration: true, d => new LatencyFault(d)),
        new("reset_peer", "resets the connection before anything is done", TakesDuration: false, _ => new ResetPeerFault()),
        new("reset_after", "does the work, then resets the connection: the job exists, its id is lost", TakesDuration: false, _ => new ResetAfterFault()),
        new("lost_answer", "does the work, then closes the connection without an answer", TakesDuration: false, _ => new LostAnswerFault()),
        new("stuck_processing", "the job stays PROCESSING until it expires", TakesDuration: false, _ => new StuckProcessingFault()),
        new("malformed_json", "sends a body that does not parse", TakesDuration: false, _ => new MalformedJsonFault()),
        new("limit_data", "announces the whole body, sends half of it and closes", TakesDuration: false, _ => new LimitDataFault()),
    ];

    /// <summary>Every name that <see cref="Create"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ErrorCauses.All.Select(c => c.Name), .. Kinds.Select(k => k.Name)];

    /// <summary>Builds a fault by name.</summary>
    /// <param name="name">Name of a cause or of a kind.</param>
    /// <param name="duration">The duration, for the kinds that take one.</param>
    /// <returns>The fault, or null when the name is unknown or a needed duration is absent.</returns>
    public static Fault? Create(string name, TimeSpan? duration = null)
    {
        if (ErrorCauses.Find(name) is { } cause)
        {
            return new CauseFault(cause);
        }

        var kind = Kinds.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal));
        return kind is null || (kind.TakesDuration && duration is null) ? null : kind.Create(duration ?? TimeSpan.Zero);
    }
}
