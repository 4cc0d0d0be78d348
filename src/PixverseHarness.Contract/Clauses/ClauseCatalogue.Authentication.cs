using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Keys and permissions (section 2).
    private static Clause[] Authentication() =>
    [
        Say("PV-AUTH-001", "Every operation takes the API key in the header x-api-key.",
            Documented("API page", "2")),
        Say("PV-AUTH-002", "A request with neither x-api-key nor Authorization is answered 401.",
            Documented("API page", "2, 8"), "missing_key"),
        Say("PV-AUTH-003", "The error of a request without key reads 'Missing Authorization or x-api-key in header'.",
            SecondHand("error pages", "2"), "missing_key"),
        Say("PV-AUTH-004", "A request with an unknown or expired key is answered 401.",
            Documented("API page", "2, 8"), "invalid_key"),
        Say("PV-AUTH-005", "The error of a bad key begins with 'Unauthorized. API key is invalid or may have expired'.",
            SecondHand("error pages", "2"), "invalid_key"),
        Say("PV-AUTH-006", "A key that comes as 'Authorization: Bearer' instead of x-api-key is answered 401.",
            SecondHand("authentication pages; samples elsewhere disagree", "2, 15.8"), "bearer_key"),
        Say("PV-AUTH-007", "A key is SG_ followed by 16 lower-case hexadecimal digits.",
            Documented("authentication page, its example", "2, 15.13")),
        Say("PV-AUTH-008", "A key does not expire by itself.",
            SecondHand("authentication page", "2")),
        Say("PV-AUTH-009", "A model that exists but that the account may not call is answered 403.",
            Documented("API page", "2, 8"), "forbidden"),
        Say("PV-AUTH-010", "Repeating a request that was answered 403 with the same key is answered 403 again.",
            SecondHand("error pages", "2"), "forbidden"),
        Say("PV-AUTH-011", "Errors of the gateway have no error_description member; that form belongs to the account platform.",
            SecondHand("error pages", "2")),
    ];
}
