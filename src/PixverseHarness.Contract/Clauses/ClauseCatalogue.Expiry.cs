using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // How long records and files live (section 6).
    private static Clause[] Expiry() =>
    [
        Say("PV-EXPIRY-001", "The record of a job can be read for one hour.",
            Documented("API page", "6")),
        Say("PV-EXPIRY-002", "The status of an expired job is answered 404.",
            Documented("async guide", "6"), "result_expired"),
        Say("PV-EXPIRY-003", "The result of an expired job is answered 404.",
            Documented("API page", "6"), "result_expired"),
        Say("PV-EXPIRY-004", "The poll_url of an expired job is answered 404.",
            Observed("live use by a client", "3"), "result_expired"),
        Say("PV-EXPIRY-005", "An expired job is answered exactly like an id that never was.",
            Inferred("the status key is simply gone", "6"), "result_expired"),
        Under("retention=submission", Say("PV-EXPIRY-006", "The hour counts from the submit.",
            Documented("async guide", "6, 15.6"))),
        Under("retention=completion", Say("PV-EXPIRY-007", "The hour counts from the end of the job.",
            Unknown("newer pages name no anchor", "6, 15.6"))),
        Say("PV-EXPIRY-008", "The output file can be fetched for seven days.",
            SecondHand("conventions page", "6")),
        Say("PV-EXPIRY-009", "The output file outlives the record.",
            SecondHand("conventions page; a client doubts it", "6, 15.6")),
        Say("PV-EXPIRY-010", "The URL of an output cannot be found again once the record is gone.",
            SecondHand("conventions page", "6"), "result_expired"),
    ];
}
