using System.Collections.Immutable;

namespace PixverseHarness.Contract.Clauses;

/// <summary>One sentence of the contract that a client can rely on, or an open question about it.</summary>
public sealed record Clause
{
    /// <summary>Stable identifier, for example <c>PV-STATUS-007</c>. Never reused for another sentence.</summary>
    public required string Id { get; init; }

    /// <summary>What holds, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the sentence comes from and how well it is known.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The profile under which the sentence holds, or null when it holds under all.</summary>
    public string? Profile { get; init; }

    /// <summary>Names of the error causes that the sentence speaks of; may be empty.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>The part of the API that the clause belongs to: the middle of <see cref="Id"/>, for example <c>STATUS</c>.</summary>
    public string Area => Id.Split('-')[1];
}
