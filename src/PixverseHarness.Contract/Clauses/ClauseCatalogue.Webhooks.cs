using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Webhooks (section 12).
    private static Clause[] Webhooks() =>
    [
        Say("PV-HOOK-001", "No webhook tells the end of a plain v2 job; polling does.",
            SecondHand("webhook page", "12, 15.11")),
        Say("PV-HOOK-002", "No parameter of a request names a callback.",
            Documented("webhook page: registration is global", "12")),
    ];
}
