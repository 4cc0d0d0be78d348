using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Which paths and verbs there are (sections 1 and 3).
    private static Clause[] Routes() =>
    [
        Say("PV-ROUTE-001", "POST /v1/pixverse-text2video generates one video in one call.",
            Documented("API page", "3")),
        Say("PV-ROUTE-002", "POST /v2/pixverse-text2video submits one job.",
            Documented("API page", "3")),
        Say("PV-ROUTE-003", "GET /v2/requests/{id}/status answers the state of a job.",
            Documented("API page", "3")),
        Say("PV-ROUTE-004", "GET /v2/requests/{id} answers the result of a job.",
            Documented("API page", "3")),
        Say("PV-ROUTE-005", "GET /v1/requests/{id} exists beside the v2 calls, for older clients.",
            Documented("async guide", "3")),
        Say("PV-ROUTE-006", "GET /v1/get-user-credits answers the balance of the key.",
            Documented("billing pages", "3")),
        Say("PV-ROUTE-007", "The model is named by the path alone; no member of the body selects it.",
            Documented("API page", "1")),
        Say("PV-ROUTE-008", "A path that the host does not know is answered 400.",
            Observed("probes of 2026-08-27", "1, 3"), "unknown_path"),
        Say("PV-ROUTE-009", "The host serves no OpenAPI document: /openapi.json is answered like any unknown path.",
            Observed("probes of 2026-08-27", "1"), "unknown_path"),
        Say("PV-ROUTE-010", "A known model path with another verb is answered 405.",
            SecondHand("error pages", "3, 8"), "method_not_allowed"),
        Say("PV-ROUTE-011", "The body of a 405 is HTML, the only error of the gateway that is known not to be JSON.",
            SecondHand("error pages", "3, 8"), "method_not_allowed"),
        Say("PV-ROUTE-012", "A POST to a model that does not exist is answered 404.",
            Documented("API page", "8"), "model_not_found"),
        Say("PV-ROUTE-013", "The 404 of an unknown model is JSON with an error member.",
            SecondHand("release notes of 2026-06-14", "1, 8"), "model_not_found"),
        Say("PV-ROUTE-014", "A POST to a retired model is answered 410 at once and costs nothing.",
            SecondHand("release notes of 2026-06-14", "1, 8"), "model_retired"),
        Say("PV-ROUTE-015", "No operation cancels, lists or deletes jobs.",
            SecondHand("conventions page", "3")),
        Say("PV-ROUTE-016", "The gateway does not stream: no answer is text/event-stream.",
            Documented("SDK 1.1.0 source", "1")),
        Say("PV-ROUTE-017", "Whether HEAD, OPTIONS and cross-origin requests are answered is not known.",
            Unknown("the twin answers 501 to the first two", "15")),
    ];
}
