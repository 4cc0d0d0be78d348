using System.Collections.Immutable;

namespace PixverseHarness.Verification.Suite;

/// <summary>The clauses that are no open question and that yet no conversation can show, each with the reason.</summary>
public static class NotCheckable
{
    private const string Client = "speaks of what the vendor's SDK does, not of what it is answered";
    private const string Advice = "is advice to clients";
    private const string Statistic = "is a figure over all customers' jobs";

    /// <summary>The reasons, by clause.</summary>
    public static ImmutableSortedDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PV-AUTH-007"] = "the form of a key shows only to those to whom it is issued",
        ["PV-CREDITS-016"] = "shows only in a new account",
        ["PV-FAIL-014"] = "is a possibility: no outcome contradicts it",
        ["PV-HOOK-001"] = "is an absence that no request can bring about",
        ["PV-HOOK-002"] = "is an absence from the vendor's page",
        ["PV-OUTPUT-002"] = "speaks of the vendor's hosts; whoever stands in for the API serves its own files",
        ["PV-PRICE-013"] = Statistic,
        ["PV-SDK-001"] = Client,
        ["PV-SDK-005"] = Client,
        ["PV-SDK-006"] = Client,
        ["PV-SDK-008"] = Client,
        ["PV-SDK-009"] = Client,
        ["PV-SDK-010"] = Client,
        ["PV-SDK-011"] = Client,
        ["PV-SDK-012"] = Client,
        ["PV-STATUS-025"] = Advice,
        ["PV-SUBMIT-015"] = "says that something means nothing",
        ["PV-SUBMIT-019"] = "is a possibility: no outcome contradicts it",
        ["PV-SYNC-018"] = Advice,
        ["PV-TIME-001"] = Statistic,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Why a clause cannot be checked; null when it can.</summary>
    public static string? ReasonFor(string clause) => Reasons.GetValueOrDefault(clause);
}
