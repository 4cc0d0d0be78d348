using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // Ids that lead nowhere (sections 6 and 8).
    private static Clause[] Lookups() =>
    [
        Say("PV-LOOKUP-001", "The status of an unknown id is answered 404.",
            Documented("API page", "3, 6"), "request_not_found"),
        Say("PV-LOOKUP-002", "The result of an unknown id is answered 404.",
            Documented("API page", "3, 6"), "request_not_found"),
        Say("PV-LOOKUP-003", "The error of an unknown id reads 'Request {id} not found' with that id.",
            SecondHand("error pages, seen live", "6, 8"), "request_not_found"),
        Say("PV-LOOKUP-004", "The all-zero UUID is an unknown id like any other, so it tells a good key (404) from a bad one (401).",
            Observed("code of a client", "2, 8"), "request_not_found"),
        Say("PV-LOOKUP-005", "What another account's id answers is not known.",
            Unknown("the twin answers 404", "6, 15"), "request_not_found"),
    ];
}
