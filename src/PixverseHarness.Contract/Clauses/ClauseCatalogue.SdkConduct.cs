using static PixverseHarness.Contract.Clauses.Evidence;

namespace PixverseHarness.Contract.Clauses;

public static partial class ClauseCatalogue
{
    // What the Python SDK, 1.1.0 and later, does and so relies on (section 13).
    private static Clause[] SdkConduct() =>
    [
        Say("PV-SDK-001", "The SDK replaces the last segment of its base URL by v2 when that segment begins with v.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-002", "The SDK sends X-Initiator: SDK-PY and its own User-Agent, and no Content-Type on reads; it is served like any client.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-003", "The SDK fails a submit whose answer lacks request_id, status_url or response_url.",
            Documented("SDK 1.1.0 source", "5, 13")),
        Say("PV-SDK-004", "The SDK follows the URLs of the submit answer and sends them its key.",
            Documented("SDK 1.1.0 source", "5, 13")),
        Say("PV-SDK-005", "The SDK polls at once and then after a fixed interval, by default 1 s.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-006", "The SDK reads the result once after COMPLETED and not at all after FAILED.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-007", "The SDK accepts COMPLETED and FAILED whatever the HTTP status, in capitals only.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-008", "The SDK gives up waiting on the first poll that is neither a final state nor 2xx.",
            Documented("SDK 1.1.0 source", "13"), "rate_limited", "server_error", "bad_gateway", "gateway_timeout", "result_expired"),
        Say("PV-SDK-009", "The SDK's deadline of 600 s leaves the job running, to be polled again by its id.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-010", "The SDK reads only error of an error body.",
            Documented("SDK 1.1.0 source", "8, 13")),
        Say("PV-SDK-011", "The SDK repeats nothing and follows no redirect.",
            Documented("SDK 1.1.0 source", "13")),
        Say("PV-SDK-012", "The SDK's time-out of 30 s is shorter than an average v1 call.",
            Inferred("SDK default and average time", "7, 10")),
    ];
}
