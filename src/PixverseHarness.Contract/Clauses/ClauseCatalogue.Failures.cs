using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Failed jobs (sections 6, 8 and 11).
    private static Clause[] Failures() =>
    [
        Say("PV-FAIL-001", "The body of a failed job has status FAILED.",
            Documented("API page, SDK 1.1.0 tests", "6"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-FAIL-002", "The body of a failed job says why in error.",
            Documented("API page", "6, 13"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-FAIL-003", "error of a failed job is a string; a client should bear objects and lists.",
            SecondHand("error pages", "6"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-FAIL-004", "metrics of a failed job has neither cost nor remaining_credits.",
            SecondHand("error pages", "6"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-FAIL-005", "metrics of a failed job has inference_time and queue_time.",
            Observed("live capture", "6")),
        Say("PV-FAIL-006", "metrics of a failed job may have total_time.",
            SecondHand("error pages", "6, 15.15")),
        Under("failed-body-id=yes", Say("PV-FAIL-007", "The body of a failed job repeats request_id.",
            Documented("SDK 1.1.0 tests", "6, 15.15"))),
        Under("failed-body-id=no", Say("PV-FAIL-008", "The body of a failed job does not repeat request_id.",
            Observed("live capture", "6, 15.15"))),
        Say("PV-FAIL-009", "Blocked content ends the job FAILED; it is no state of its own.",
            Documented("API page", "6, 8"), "content_blocked"),
        Say("PV-FAIL-010", "The text of a content block speaks of policy or moderation, with content_policy_violation as the token.",
            Observed("code of two clients", "8"), "content_blocked"),
        Say("PV-FAIL-011", "The exact texts of upstream and moderation failures are not known.",
            Unknown("the wording of the twin is its own", "15"), "content_blocked", "generation_failed"),
        Say("PV-FAIL-012", "Whether moderation ever refuses a submit is not known.",
            Unknown("the twin blocks only jobs", "15"), "content_blocked"),
        Say("PV-FAIL-013", "An upstream limit on concurrent generations ends the job FAILED, not the submit with 429.",
            Inferred("one upstream account behind all customers", "11"), "upstream_busy"),
        Say("PV-FAIL-014", "A job that failed for a passing reason may succeed when it is submitted again.",
            Observed("field report of a client", "11"), "generation_failed", "upstream_busy"),
    ];
}
