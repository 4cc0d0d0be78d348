using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Snapshots.Documents;

namespace PixverseHarness.Verification.Tests.Snapshots.Documents;

public sealed class DocumentSnapshotTests
{
    [Fact]
    public void Scrub_WhatDiffersFromRunToRun_HasNamesThatKeepIdentity() => Assert.Equal(
        """
        curl origin_1/v2/requests/request_1/status -H 'x-api-key: key_1'
        {"request_id":"request_1","status_url":"origin_2/v2/requests/request_2/status"} key_2, again key_1
        at date_1, trace uuid_1, origin https://api.segmind.com
        """,
        DocumentSnapshot.Scrub(
            """
            curl http://127.0.0.1:41237/v2/requests/02680cdd621a4d0ca85cdcd73a9ebb0a/status -H 'x-api-key: SG_0000000000000001'
            {"request_id":"02680cdd621a4d0ca85cdcd73a9ebb0a","status_url":"http://localhost:8787/v2/requests/e4b3011d-0726-422a-b253-ad25a99446fe/status"} SG_00000000000000ab, again SG_0000000000000001
            at 2026-10-01T12:00:00Z, trace 11111111-0726-422a-b253-ad25a99446fe, origin https://api.segmind.com
            """));

    [Theory]
    [InlineData("a prompt about 2026 and SG_1 of nothing")]
    [InlineData("0123456789abcdef0123456789abcdef is no request unless something says so")]
    public void Scrub_OtherText_StaysAsItIs(string text) => Assert.Equal(text, DocumentSnapshot.Scrub(text));

    [Fact]
    public void Scrub_AScrubbedText_ChangesNothing()
    {
        var once = DocumentSnapshot.Scrub("http://127.0.0.1:1/v2/requests/02680cdd621a4d0ca85cdcd73a9ebb0a SG_0000000000000001");

        Assert.Equal(once, DocumentSnapshot.Scrub(once));
    }

    [Fact]
    public void ToJson_OfAFinding_HasEveryMemberAndNoKey()
    {
        var json = DocumentSnapshot.ToJson(Sample("http://127.0.0.1:41237", "SG_0000000000000001"));

        Assert.Equal(
            """
            {
              "class": "twin_wrong",
              "clause": "PV-STATUS-020",
              "curl": "curl origin_1/v2/requests/request_1/status -H 'x-api-key: key_1'",
              "expected": "422",
              "id": "PVF-1",
              "message": "The status of a failed job is answered 422.",
              "seen": "200",
              "severity": "error",
              "where": "GET /v2/requests/{id}/status status"
            }
            """,
            json);
        Assert.Equal(json, DocumentSnapshot.ToJson(Sample("http://127.0.0.1:50000", "SG_00000000000000ff")));
    }

    [Fact]
    public void ToJson_OfARunDocument_IsTheSameForEveryVersionOfTheTool()
    {
        var json = DocumentSnapshot.ToJson(Run("0.1.0"));

        Assert.Equal(json, DocumentSnapshot.ToJson(Run("0.2.0")));
        Assert.Contains("\"toolVersion\": \"tool_version\"", json, StringComparison.Ordinal);
        Assert.Contains("\"seed\": 7", json, StringComparison.Ordinal);
        Assert.DoesNotContain("SG_", json, StringComparison.Ordinal);
    }

    private static RunDocument Run(string version) => RunDocument.Conclude(
        new RunHeader { Kind = RunKind.Verification, Name = "contract", Seed = 7, ToolVersion = version, Target = TargetKind.Simulator },
        [Sample("http://127.0.0.1:41237", "SG_0000000000000001")],
        new VerificationDocument { Profile = "documented", Requests = 1, Clauses = [] });

    private static Finding Sample(string origin, string key) => new()
    {
        Id = "PVF-1",
        Clause = "PV-STATUS-020",
        Severity = FindingSeverity.Error,
        Class = FindingClass.TwinWrong,
        Message = "The status of a failed job is answered 422.",
        Where = "GET /v2/requests/{id}/status status",
        Expected = "422",
        Seen = "200",
        Curl = $"curl {origin}/v2/requests/02680cdd621a4d0ca85cdcd73a9ebb0a/status -H 'x-api-key: {key}'",
    };
}
