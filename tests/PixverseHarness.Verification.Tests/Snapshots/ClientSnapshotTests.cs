using System.Text;
using PixverseHarness.Verification.Clients;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

public sealed class ClientSnapshotTests
{
    private const string Key = "SG_0000000000000009";
    private const string Origin = "http://127.0.0.1:8787";
    private const string First = "3f0c7a52-91d4-4be8-a6c3-5d27e08b41f9";
    private const string Second = "00ac7a52-91d4-4be8-a6c3-5d27e08b41f9";

    [Fact]
    public void Of_OneJob_ShowsEachRequestOnceWithoutWhatChangesByItself()
    {
        var snapshot = Text(Submit("A fox"), Status(First), Status(First), Status(First), Result(First), Credits());

        Assert.Equal(
            """
            1 x POST /v2/pixverse-text2video
            content-type: application/json
            user-agent: fox-client/*
            x-api-key: key_1

            {
              "duration": 5,
              "prompt": "A fox"
            }

            ----------------------------------------

            GET /v1/get-user-credits
            x-api-key: key_1

            ----------------------------------------

            1 job

            GET /v2/requests/request_1/status
            x-api-key: key_1

            GET /v2/requests/request_1
            x-api-key: key_1
            """.ReplaceLineEndings("\n"),
            snapshot);
    }

    [Fact]
    public void Of_SameJobsInAnotherOrderAndPolledMore_IsTheSame() => Assert.Equal(
        Text(Submit("A"), Submit("B"), Status(First), Result(First), Status(Second), Result(Second)),
        Text(Submit("B"), Status(Second), Submit("A"), Status(Second), Status(First), Result(Second), Status(First), Result(First)));

    [Theory]
    [InlineData("another prompt")]
    [InlineData("one submit more")]
    [InlineData("no result")]
    [InlineData("another header")]
    public void Of_AChangeOfTheProgram_IsAnotherText(string change)
    {
        ClientRequest[] before = [Submit("A"), Status(First), Result(First)];
        ClientRequest[] after = change switch
        {
            "another prompt" => [Submit("a"), .. before[1..]],
            "one submit more" => [Submit("A"), .. before],
            "no result" => before[..2],
            _ => [before[0] with { Headers = [.. before[0].Headers, new("X-Trace", "on")] }, .. before[1..]],
        };

        Assert.NotEqual(Text(before), Text(after));
    }

    [Theory]
    [InlineData("x-api-key", "SG_4f09b1c27d3a5e86", "SG_4f09")]
    [InlineData("authorization", "Bearer secret-of-mine", "secret-of-mine")]
    [InlineData("cookie", "session=secret-of-mine", "secret-of-mine")]
    [InlineData("x-debug", "SG_4f09b1c27d3a5e86", "SG_4f09")]
    [InlineData("x-debug", Key, Key)]
    public void Of_KeyThatIsNotTheRunsOwn_IsNotShown(string header, string value, string secret) =>
        Assert.DoesNotContain(secret, Text(Submit("A") with { Headers = [new(header, value)] }), StringComparison.Ordinal);

    [Fact]
    public void Of_Form_NamesTheBoundary()
    {
        var one = Form("----aa17");
        Assert.Equal(Text(one), Text(Form("----bb98")));
        Assert.Contains("boundary=boundary", Text(one), StringComparison.Ordinal);
    }

    private static ClientRequest Form(string boundary) => new()
    {
        Method = "POST",
        Target = "/v2/pixverse-text2video",
        Headers = [new("Content-Type", $"multipart/form-data; boundary={boundary}")],
        Body = Encoding.UTF8.GetBytes($"--{boundary}\r\ncontent-disposition: form-data; name=\"prompt\"\r\n\r\nA fox\r\n--{boundary}--\r\n"),
    };

    private static string Text(params ClientRequest[] requests) => ClientSnapshot.Of(requests, [First, Second], Key, Origin).Text;

    private static ClientRequest Submit(string prompt) => new()
    {
        Method = "POST",
        Target = "/v2/pixverse-text2video",
        Headers = [new("Host", "127.0.0.1:8787"), new("X-Api-Key", Key), new("Content-Type", "application/json"), new("User-Agent", "fox-client/1.2.3"), new("Content-Length", "5")],
        Body = Encoding.UTF8.GetBytes($$"""{"prompt":"{{prompt}}","duration":5}"""),
    };

    private static ClientRequest Status(string id) => Get($"/v2/requests/{id}/status");

    private static ClientRequest Result(string id) => Get($"/v2/requests/{id}");

    private static ClientRequest Credits() => Get("/v1/get-user-credits");

    private static ClientRequest Get(string target) => new() { Method = "GET", Target = target, Headers = [new("x-api-key", Key)] };
}
