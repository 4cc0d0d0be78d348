using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Verification.Clients;

/// <summary>Something that every request of a client has to keep to.</summary>
/// <param name="Id">Name in kebab case; never changes.</param>
/// <param name="Sentence">What the client has to do.</param>
/// <param name="Clause">The clause of the contract that it rests on.</param>
public sealed record ClientRule(string Id, string Sentence, string Clause)
{
    /// <summary>How well it is known.</summary>
    public Evidence Evidence => ClauseCatalogue.Find(Clause)?.Evidence ?? throw new InvalidOperationException($"There is no clause '{Clause}'.");
}
