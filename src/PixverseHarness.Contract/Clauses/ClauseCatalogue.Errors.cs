using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Errors at large (section 8).
    private static Clause[] Errors() =>
    [
        Say("PV-ERROR-001", "The body of an error is a JSON object with the string error.",
            SecondHand("error pages", "8")),
        Say("PV-ERROR-002", "Errors are application/json.",
            SecondHand("error pages", "8")),
        Say("PV-ERROR-003", "There is no symbolic error code: a client has the status and a sentence for people.",
            SecondHand("error pages", "8")),
        Say("PV-ERROR-004", "406 has four causes: credits, content type, a rejected value and the spend limit.",
            SecondHand("error pages", "8, 15.2"), "insufficient_credits", "wrong_content_type", "parameter_value_rejected", "spend_limit"),
        Say("PV-ERROR-005", "422 stands for a job that ran and failed, never for a refused request.",
            Documented("API page", "8, 15.3"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-ERROR-006", "A fault inside the service is answered 500.",
            Documented("API page", "8"), "server_error"),
        Say("PV-ERROR-007", "The body of a 500 is JSON.",
            SecondHand("release notes of 2026-06-14", "1, 8"), "server_error"),
        Say("PV-ERROR-008", "A service that is down for the moment is answered 502.",
            Documented("API page", "8"), "bad_gateway"),
        Say("PV-ERROR-009", "A request that timed out inside the service is answered 504.",
            Documented("API page", "8"), "gateway_timeout"),
        Say("PV-ERROR-010", "Whether the bodies of 502 and 504 are JSON, HTML or empty is not known.",
            Unknown("JSON in the twin", "8, 15"), "bad_gateway", "gateway_timeout"),
        Say("PV-ERROR-011", "Every read may be repeated after an error.",
            SecondHand("error pages", "8"), "server_error", "bad_gateway", "gateway_timeout"),
        Say("PV-ERROR-012", "No error answer costs anything.",
            SecondHand("error pages", "8")),
    ];
}
