using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // The blocking v1 call (section 7).
    private static Clause[] SyncCalls() =>
    [
        Say("PV-SYNC-001", "A v1 call is answered only when the video is there or the job has failed.",
            Documented("API page", "7")),
        Say("PV-SYNC-002", "A successful v1 call is answered 200 with content type video/mp4 and the bytes of the video.",
            Observed("code of three clients; one page sample reads JSON", "7, 15.9")),
        Say("PV-SYNC-003", "The bytes of a v1 answer are an MP4 file: bytes 5 to 8 read ftyp.",
            Inferred("video/mp4", "7, 16")),
        Say("PV-SYNC-004", "A v1 answer has x-request-id.",
            SecondHand("conventions page", "7")),
        Say("PV-SYNC-005", "A v1 answer has x-generation-time, in seconds.",
            SecondHand("conventions page", "7")),
        Say("PV-SYNC-006", "A v1 answer has x-cost, in dollars.",
            SecondHand("conventions page", "7")),
        Say("PV-SYNC-007", "A v1 answer has x-remaining-credits, the balance after the charge.",
            SecondHand("conventions page", "7")),
        Say("PV-SYNC-008", "A v1 answer has x-seed-value where the model reports its seed.",
            SecondHand("conventions page", "7")),
        Say("PV-SYNC-009", "A v1 answer has x-rate-limit-reset-at-utc.",
            SecondHand("conventions page", "7")),
        Say("PV-SYNC-010", "A v1 answer may have x-output-metadata, a JSON text.",
            Observed("code of clients", "7")),
        Say("PV-SYNC-011", "A v1 answer has no Retry-After, x-rate-limit-remaining or x-credits-consumed.",
            Inferred("read by some clients, documented nowhere", "7")),
        Say("PV-SYNC-012", "A v1 call whose job runs longer than about 100 s ends with the error 'Internal Polling Error'.",
            Observed("two clients", "7"), "sync_timeout"),
        Say("PV-SYNC-013", "The status of 'Internal Polling Error' was not recorded.",
            Unknown("500 in the twin", "7, 15"), "sync_timeout"),
        Say("PV-SYNC-014", "A v1 call whose job fails is answered 500 with an error, not 422.",
            SecondHand("error pages", "7, 8"), "generation_failed", "content_blocked", "late_validation", "upstream_busy"),
        Say("PV-SYNC-015", "A v1 call that the balance does not cover is answered 406.",
            Observed("an account that met 402 on v2", "8, 15.1"), "insufficient_credits"),
        Say("PV-SYNC-016", "A v1 call that the client gives up still runs to its end and is billed.",
            Inferred("queue and internal poll behind v1", "7")),
        Say("PV-SYNC-017", "A v1 call must not be repeated blindly: each one is a new job.",
            Documented("API reference, table of retries", "8")),
        Say("PV-SYNC-018", "The page advises v2 for video, for work above about a minute and for high concurrency.",
            Documented("API page", "7, 9, 15.10")),
    ];
}
