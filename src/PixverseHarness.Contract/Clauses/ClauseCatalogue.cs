using System.Collections.Immutable;

namespace PixverseHarness.Contract.Clauses;

/// <summary>
/// The contract, sentence by sentence: everything that a client can rely on, and every open question. One file an area;
/// within an area the identifiers only ever grow.
/// </summary>
public static partial class ClauseCatalogue
{
    /// <summary>Every clause, in the order in which a client meets the areas.</summary>
    public static ImmutableArray<Clause> All { get; } =
    [
        .. Routes(), .. Authentication(), .. Bodies(), .. Parameters(), .. Rules(), .. CheckOrder(),
        .. Submits(), .. Statuses(), .. Results(), .. PollUrls(), .. Failures(), .. Lookups(), .. Expiry(),
        .. SyncCalls(), .. Outputs(), .. Credits(), .. Prices(), .. RateLimits(), .. Errors(),
        .. Times(), .. Webhooks(), .. SdkConduct(),
    ];

    /// <summary>The clause with this identifier, or null.</summary>
    public static Clause? Find(string id) => All.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal));

    /// <summary>The clauses that speak of an error cause, by the cause's name.</summary>
    public static ImmutableArray<Clause> Covering(string cause) => [.. All.Where(c => c.Causes.Contains(cause))];

    private static Clause Say(string id, string sentence, Evidence evidence, params ReadOnlySpan<string> causes) =>
        new() { Id = id, Sentence = sentence, Evidence = evidence, Causes = [.. causes] };

    private static Clause Under(string setting, Clause clause) => clause with { Profile = setting };
}
