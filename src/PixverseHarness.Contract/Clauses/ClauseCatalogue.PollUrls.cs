using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The poll_url of a submit, GET /v1/requests/{id} (sections 3 and 15).
    private static Clause[] PollUrls() =>
    [
        Say("PV-POLL-001", "poll_url is the output call: it answers the output of a completed job.",
            Observed("live use by a client", "3")),
        Say("PV-POLL-002", "An unknown id on poll_url is answered 404 with a text that ends in 'Not Found'.",
            Observed("live use by a client", "6"), "request_not_found"),
        Say("PV-POLL-003", "What poll_url answers before completion is not known.",
            Unknown("the twin answers as the result call does", "15")),
        Say("PV-POLL-004", "The members of a successful poll_url answer are not published.",
            Unknown("the twin answers as the result call does", "3, 15")),
    ];
}
