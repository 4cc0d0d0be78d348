using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>The closed list of mutants: those written by hand, then those made by rule.</summary>
public static class MutantCatalogue
{
    /// <summary>Those written by hand.</summary>
    public static ImmutableArray<Mutant> HandWritten { get; } =
    [
        .. LifecycleMutants.All, .. SubmitMutants.All, .. BodyMutants.All, .. AnswerMutants.All, .. MoneyMutants.All, .. LimitMutants.All,
        .. ExpiryMutants.All, .. SyncMutants.All,
    ];

    /// <summary>Every mutant.</summary>
    public static ImmutableArray<Mutant> All { get; } = [.. HandWritten, .. GeneratedMutants.All()];

    private static readonly FrozenDictionary<string, Mutant> ById = All.ToFrozenDictionary(m => m.Id, StringComparer.Ordinal);

    /// <summary>The mutant with this id, or null.</summary>
    public static Mutant? Find(string id) => ById.GetValueOrDefault(id);
}
