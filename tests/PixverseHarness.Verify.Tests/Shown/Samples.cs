using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Verify.Tests.Shown;

/// <summary>Things to show, with the parts that differ from run to run.</summary>
internal static class Samples
{
    public static Finding Finding { get; } = new()
    {
        Id = "PVF-1",
        Clause = "PV-STATUS-020",
        Severity = FindingSeverity.Error,
        Class = FindingClass.TwinWrong,
        Message = "The status of a failed job is answered 422.",
        Where = "GET /v2/requests/{id}/status status",
        Expected = "422",
        Seen = "200",
        Curl = $"curl http://127.0.0.1:{Environment.ProcessId}/v2/requests/02680cdd621a4d0ca85cdcd73a9ebb0a/status -H 'x-api-key: SG_0000000000000001'",
    };

    public static VerificationDocument Verification { get; } = new()
    {
        Profile = "documented",
        Requests = 3,
        Clauses =
        [
            new ClauseDocument
            {
                Id = "PV-STATUS-020",
                Area = "STATUS",
                Sentence = "The status of a failed job is answered 422.",
                Source = "documented, API page (section 6)",
                Verdict = ClauseVerdict.Violated,
                Looks = 1,
            },
        ],
    };
}
