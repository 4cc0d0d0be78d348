using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The request body as a whole (section 4).
    private static Clause[] Bodies() =>
    [
        Say("PV-BODY-001", "A generation may be sent as application/json.",
            SecondHand("error pages", "4")),
        Say("PV-BODY-002", "A generation may be sent as multipart/form-data.",
            SecondHand("error pages", "4")),
        Say("PV-BODY-003", "A POST without Content-Type is answered 406.",
            SecondHand("error pages", "4, 8"), "wrong_content_type"),
        Say("PV-BODY-004", "A POST with a Content-Type other than these two is answered 406.",
            SecondHand("error pages", "4, 8"), "wrong_content_type"),
        Say("PV-BODY-005", "The error of a wrong content type reads 'Invalid content type'.",
            SecondHand("error pages", "4, 8"), "wrong_content_type"),
        Say("PV-BODY-006", "A body that is not well-formed JSON is answered 400.",
            Documented("API page", "4, 8"), "malformed_body"),
        Say("PV-BODY-007", "A body that is JSON but not an object is answered 400.",
            Inferred("an object is the only documented form", "4, 8"), "malformed_body"),
        Under("unknown-members=ignore", Say("PV-BODY-008", "A member that is no parameter is passed over.",
            Unknown("the default of the twin", "4, 15"))),
        Under("unknown-members=reject", Say("PV-BODY-009", "A member that is no parameter is a fault of the request.",
            Unknown("a switch of the twin", "4, 15"), "invalid_parameter")),
        Under("duplicate-members=ignore", Say("PV-BODY-010", "Of members that stand twice the last one counts.",
            Unknown("the default of the twin", "15"))),
        Under("duplicate-members=reject", Say("PV-BODY-011", "A member that stands twice is a fault of the request.",
            Unknown("a switch of the twin", "15"), "invalid_parameter")),
        Say("PV-BODY-012", "How parameters are laid out in multipart/form-data is not published.",
            Unknown("the twin takes one part for each parameter", "4")),
        Say("PV-BODY-013", "How large a body may be is not known.",
            Unknown("the twin answers 413 above 1 MiB", "15"), "body_too_large"),
    ];
}
