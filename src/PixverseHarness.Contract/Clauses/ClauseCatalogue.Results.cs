using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The result call (section 6).
    private static Clause[] Results() =>
    [
        Say("PV-RESULT-001", "The result of a completed job is answered 200.",
            Documented("API page", "6")),
        Say("PV-RESULT-002", "The result of a completed job has status, metrics and output; nothing else is promised.",
            Documented("SDK 1.1.0 documentation", "6, 13")),
        Say("PV-RESULT-003", "output is a string with the absolute URL of the video.",
            Documented("async guide", "6")),
        Say("PV-RESULT-004", "video is an object with url, content_type, file_name and file_size.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-005", "video.url is the same URL as output.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-006", "video.content_type is video/mp4.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-007", "video.file_size is a string with the number of bytes.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-008", "video.last_frame_url may be there.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-009", "seed is a string with the seed that was used.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-010", "prompt repeats the prompt of the request.",
            SecondHand("data model page", "6")),
        Say("PV-RESULT-011", "timings is an object; what is in it is not published.",
            Observed("live capture", "6, 15")),
        Say("PV-RESULT-012", "error is absent or null on success.",
            Documented("SDK 1.1.0 tests", "6, 15")),
        Say("PV-RESULT-013", "metrics of the result are those of the status call.",
            Inferred("one record behind both", "6")),
        Say("PV-RESULT-014", "Reading the result again answers the same body.",
            Inferred("reads are safe to repeat", "6, 8")),
        Say("PV-RESULT-015", "The result of a failed job is answered 422 with the body of its status.",
            Documented("API page, SDK 1.1.0 source", "6"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Under("unfinished-result=in-progress", Say("PV-RESULT-016", "The result of an unfinished job is answered 200 with the body of its status.",
            Inferred("a client that polls only this call", "6, 15"))),
        Under("unfinished-result=not-found", Say("PV-RESULT-017", "The result of an unfinished job is answered 404.",
            Unknown("a switch of the twin", "6, 15"), "request_not_found")),
        Say("PV-RESULT-018", "The result need not repeat request_id.",
            Inferred("no capture of a result shows it", "6")),
        Say("PV-RESULT-019", "The exact members of video for this model are not known.",
            Unknown("the twin follows the data model page", "15")),
        Say("PV-RESULT-020", "Whether seed is there when the request had none is not known.",
            Unknown("the twin answers the seed that it drew", "15")),
    ];
}
