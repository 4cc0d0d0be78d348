using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Which of several faults is reported (section 14, inferred throughout).
    private static Clause[] CheckOrder() =>
    [
        Say("PV-ORDER-001", "A wrong verb is reported before a missing key.",
            Inferred("suggested order of checks", "14"), "method_not_allowed", "missing_key"),
        Say("PV-ORDER-002", "A missing or bad key is reported before an unknown model.",
            Inferred("suggested order of checks", "14"), "invalid_key", "model_not_found"),
        Say("PV-ORDER-003", "An unknown model is reported before a wrong content type.",
            Inferred("suggested order of checks", "14"), "model_not_found", "wrong_content_type"),
        Say("PV-ORDER-004", "A wrong content type is reported before a malformed body.",
            Inferred("suggested order of checks", "14"), "wrong_content_type", "malformed_body"),
        Say("PV-ORDER-005", "A malformed body is reported before an exceeded rate limit.",
            Inferred("suggested order of checks", "14"), "malformed_body", "rate_limited"),
        Say("PV-ORDER-006", "An exceeded rate limit is reported before missing credits.",
            Inferred("suggested order of checks", "14"), "rate_limited", "insufficient_credits"),
    ];
}
