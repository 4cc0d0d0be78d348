using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The answer to a submit (section 5).
    private static Clause[] Submits() =>
    [
        Say("PV-SUBMIT-001", "A valid submit is answered 200, never 201 or 202.",
            Documented("SDK 1.1.0 tests", "3, 5")),
        Say("PV-SUBMIT-002", "The answer to a submit is application/json.",
            Documented("async guide", "5")),
        Say("PV-SUBMIT-003", "The answer has request_id, status_url and response_url, each a string that is not empty.",
            Documented("API page", "5")),
        Say("PV-SUBMIT-004", "The answer has status QUEUED.",
            Documented("async guide", "5")),
        Say("PV-SUBMIT-005", "The answer has poll_url.",
            Documented("async guide", "5")),
        Say("PV-SUBMIT-006", "status_url is absolute and its path is /v2/requests/{request_id}/status.",
            Documented("async guide", "5")),
        Say("PV-SUBMIT-007", "response_url is absolute and its path is /v2/requests/{request_id}.",
            Documented("async guide", "5")),
        Say("PV-SUBMIT-008", "poll_url is absolute and its path is /v1/requests/{request_id}.",
            Documented("async guide", "5")),
        Say("PV-SUBMIT-009", "The URLs lie on the origin that took the submit, so a key sent to them stays there.",
            Inferred("every capture shows the same host", "5")),
        Under("id-format=uuid", Say("PV-SUBMIT-010", "request_id is a hyphenated UUID of version 4.",
            Documented("async guide", "5, 15.5"))),
        Under("id-format=hex32", Say("PV-SUBMIT-011", "request_id is 32 lower-case hexadecimal digits.",
            Observed("live capture of August 2026", "5, 15.5"))),
        Say("PV-SUBMIT-012", "request_id has only letters, digits, points, underscores and hyphens.",
            Observed("code of two clients", "5")),
        Say("PV-SUBMIT-013", "Every submit gets an id of its own, even for a body sent before.",
            SecondHand("conventions page", "3")),
        Say("PV-SUBMIT-014", "There is no idempotency key: the same body sent twice makes two jobs that are both billed.",
            SecondHand("conventions page", "3")),
        Say("PV-SUBMIT-015", "The order of members in the answer means nothing.",
            Inferred("captures differ from the pages", "5")),
        Say("PV-SUBMIT-016", "The answer has neither a Location nor a Retry-After header.",
            Inferred("no source shows one", "5")),
        Say("PV-SUBMIT-017", "A submit is answered at once; it does not wait for a worker.",
            Documented("API page", "3")),
        Say("PV-SUBMIT-018", "A submit that is refused creates no job.",
            SecondHand("error pages", "5, 8")),
        Say("PV-SUBMIT-019", "A submit that ends in 5xx, or without an answer, may have created a job that is billed.",
            SecondHand("conventions page allows the retry, a client warns", "5, 15.12"), "server_error", "bad_gateway", "gateway_timeout"),
    ];
}
