using System.Net;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Snapshots.Exchanges;

namespace PixverseHarness.Verification.Tests.Snapshots.Exchanges;

public sealed class ExchangeSnapshotTests
{
    private const string Id = "3f0c7a52-91d4-4be8-a6c3-5d27e08b41f9";

    [Fact]
    public async Task ToJson_Answer_NamesWhatDiffersFromRunToRun()
    {
        var exchange = await AskAsync(200, $$"""{"status":"COMPLETED","request_id":"{{Id}}","output":"https://cdn.invalid/generations/ab12.mp4","metrics":{"cost":0.375,"inference_time":43.71,"remaining_credits":12.5},"at":"2026-10-01T12:00:00Z"}""");

        Assert.Equal(
            """
            {
              "request": {
                "method": "GET",
                "path": "/v2/requests/request_1/status",
                "headers": {
                  "x-api-key": "key_1"
                }
              },
              "response": {
                "status": 200,
                "headers": {
                  "content-type": "application/json; charset=utf-8"
                },
                "body": {
                  "at": "date_1",
                  "metrics": {
                    "cost": 0.375,
                    "inference_time": "seconds",
                    "remaining_credits": "credits_1"
                  },
                  "output": "file_origin_1/generations/file_1.mp4",
                  "request_id": "request_1",
                  "status": "COMPLETED"
                }
              }
            }
            """.ReplaceLineEndings("\n"),
            ExchangeSnapshot.ToJson(exchange));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("""{"metrics":{"inference_time":1.5}}""", """{"metrics":{"inference_time":2.5}}""", true)]
    [InlineData("""{"credits":5}""", """{"credits":7.25}""", true)]
    [InlineData("""{"credits":5}""", """{"credits":"5"}""", false)]
    [InlineData("""{"credits":5}""", """{"credits":0}""", false)]
    [InlineData("""{"metrics":{"inference_time":1.5}}""", """{"metrics":{"inference_time":"1.5"}}""", false)]
    [InlineData("""{"metrics":{"cost":0.375}}""", """{"metrics":{"cost":0.5}}""", false)]
    [InlineData("""{"at":"2026-10-01T12:00:00Z"}""", """{"at":"2027-01-01T00:00:00Z"}""", true)]
    [InlineData("""{"at":"2026-10-01T12:00:00Z"}""", """{"at":1790000000}""", false)]
    [InlineData("""{"a":"2026-10-01T12:00:00Z","b":"2026-10-01T12:00:00Z"}""", """{"a":"2026-10-01T12:00:00Z","b":"2026-10-01T12:00:01Z"}""", false)]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", false)]
    public async Task ToJson_TwoAnswers_AreTheSameTextOrNot(string one, string other, bool same) =>
        Assert.Equal(same, ExchangeSnapshot.ToJson(await AskAsync(200, one)) == ExchangeSnapshot.ToJson(await AskAsync(200, other)));

    [Fact]
    public async Task ToJson_Headers_KeepsTheApisAndDropsTheTransports()
    {
        var exchange = await AskAsync(429, "{}", ("X-Rate-Limit-Reset-At-Utc", "2026-10-01T12:01:00Z"), ("Server", "x"), ("Via", "y"), ("X-Amz-Cf-Id", "z"), ("Retry-After", "5"));

        var text = ExchangeSnapshot.ToJson(exchange);

        Assert.Contains("\"retry-after\": \"5\",\n      \"x-rate-limit-reset-at-utc\": \"date_1\"\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("server", text, StringComparison.Ordinal);
        Assert.DoesNotContain("amz", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToText_PollsUntilSomethingChanges_AreToldOnceAndARegressIsSeen()
    {
        var states = new Queue<string>(["QUEUED", "QUEUED", "PROCESSING", "PROCESSING", "QUEUED"]);
        var talk = Over(_ => ScriptedTarget.Json(200, $$"""{"status":"{{states.Dequeue()}}"}"""));
        while (states.Count > 0)
        {
            await talk.ReadAsync(ApiOperation.GetStatus, Id, CancellationToken.None);
        }

        Assert.Equal(3, ExchangeSnapshot.ToText(talk.Exchanges).Split("----\n").Length);
    }

    [Fact]
    public async Task ToText_NoAnswer_SaysWhy()
    {
        var talk = Over(_ => throw new HttpRequestException("The connection was reset."));

        await talk.CreditsAsync(CancellationToken.None);

        Assert.Equal("GET /v1/get-user-credits\nx-api-key: key_1\n\nno answer: The connection was reset", ExchangeSnapshot.ToText(talk.Exchanges));
    }

    [Fact]
    public async Task ToJson_BodyThatIsNoJson_IsTextOrWords()
    {
        var html = await Over(_ => Body("text/html", "<h1>no</h1>\r\n"u8.ToArray())).CreditsAsync(CancellationToken.None);
        var film = await Over(_ => Body("video/mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0])).CreditsAsync(CancellationToken.None);

        Assert.Contains("""
            "body": "<h1>no</h1>\n"
            """, ExchangeSnapshot.ToJson(html), StringComparison.Ordinal);
        Assert.Contains("\"body\": \"(an MP4 file)\"", ExchangeSnapshot.ToJson(film), StringComparison.Ordinal);
    }

    private static HttpResponseMessage Body(string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new(HttpStatusCode.OK) { Content = content };
    }

    private static Task<Exchange> AskAsync(int status, string body, params (string Name, string Value)[] headers) => Over(_ =>
    {
        var answer = ScriptedTarget.Json(status, body);
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }).ReadAsync(ApiOperation.GetStatus, Id, CancellationToken.None);

    private static Conversation Over(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(new ScriptedTarget(answer).Scene());
}
