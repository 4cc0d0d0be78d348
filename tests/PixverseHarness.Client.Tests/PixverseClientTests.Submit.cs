using System.Text;
using PixverseHarness.Client.Tests.Support;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Client.Tests;

public sealed partial class PixverseClientTests
{
    [Fact]
    public void SubmitAsync_Accepted_GivesTheJobAndSendsWhatTheContractAsks()
    {
        bench.Handler.Json(200, WireBodies.Accepted);

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        Assert.Equal(WireBodies.Id, outcome.ValueOrThrow().RequestId);
        Assert.Empty(outcome.Value!.Warnings);
        var seen = Assert.Single(bench.Handler.Seen);
        Assert.Equal("POST /v2/pixverse-text2video", seen.Line);
        Assert.Equal("application/json", seen.ContentType);
        Assert.Equal(Bench.Key, seen.Key);
        Assert.Contains("User-Agent: PixverseHarness.Client/0.1", seen.Headers, StringComparison.Ordinal);
        Assert.Equal(
            """{"prompt":"A fox crosses a frozen lake","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""",
            Encoding.UTF8.GetString(seen.Body));
    }

    [Fact]
    public void SubmitAsync_RawBody_IsSentByteForByteWithItsContentType()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, (byte)'{', 0xFF, 0x00];
        bench.Handler.Answer(406, """{"error":"Invalid content type"}""", "application/json");

        var outcome = bench.Run(() => bench.Client.SubmitAsync(body, "text/plain"));

        Assert.Equal(ErrorCauses.WrongContentType, Assert.Single(Assert.IsType<Rejected>(outcome.Failure).Causes));
        Assert.Equal(body, bench.Handler.Seen[0].Body);
        Assert.Equal("text/plain", bench.Handler.Seen[0].ContentType);
    }

    [Fact]
    public void SubmitAsync_NoContentType_SendsNone()
    {
        bench.Handler.Json(200, WireBodies.Accepted);

        bench.Run(() => bench.Client.SubmitAsync("{}"u8.ToArray(), null));

        Assert.Null(bench.Handler.Seen[0].ContentType);
    }

    [Fact]
    public void SubmitAsync_NoKey_SendsNoKeyHeader()
    {
        var keyless = new Bench(key: null);
        keyless.Handler.Json(401, """{"error":"Missing Authorization or x-api-key in header"}""");

        var outcome = keyless.Run(() => keyless.Client.SubmitAsync(Bench.Fox));

        Assert.Null(keyless.Handler.Seen[0].Key);
        Assert.Equal(ErrorCauses.MissingKey, Assert.Single(Assert.IsType<Rejected>(outcome.Failure).Causes));
    }

    [Theory]
    [InlineData(402, """{"error":"Insufficient credits. You have 0.0 credits."}""", "insufficient_credits")]
    [InlineData(406, """{"error":"Insufficient credits. Balance 0.10, required 0.375."}""", "insufficient_credits")]
    [InlineData(406, """{"error":"Invalid content type"}""", "wrong_content_type")]
    [InlineData(406, """{"error":"Team spend limit reached for the current month."}""", "spend_limit")]
    [InlineData(401, """{"error":"Unauthorized. API key is invalid or may have expired."}""", "invalid_key")]
    [InlineData(403, """{"error":"no"}""", "forbidden")]
    [InlineData(404, """{"error":"Model not found"}""", "model_not_found")]
    [InlineData(405, "<html>405</html>", "method_not_allowed")]
    [InlineData(410, """{"error":"retired"}""", "model_retired")]
    [InlineData(429, """{"error":"rate_limit_exceeded"}""", "rate_limited")]
    [InlineData(502, WireBodies.Html502, "bad_gateway")]
    [InlineData(504, "", "gateway_timeout")]
    public void SubmitAsync_Refused_NamesTheCause(int status, string body, string cause)
    {
        bench.Handler.Json(status, body);

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        var rejected = Assert.IsType<Rejected>(outcome.Failure);
        Assert.Equal(status, rejected.StatusCode);
        Assert.Equal(status, outcome.Exchange.StatusCode);
        Assert.Equal([cause], rejected.Causes.Select(c => c.Name));
        Assert.Equal(cause, rejected.Name);
        Assert.Equal(status >= 500, rejected.MayHaveCreatedJob);
    }

    [Fact]
    public void SubmitAsync_AmbiguousWords_KeepEveryCauseOfTheStatus()
    {
        bench.Handler.Json(406, """{"error":"Not acceptable"}""");

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        var rejected = Assert.IsType<Rejected>(outcome.Failure);
        Assert.Equal(4, rejected.Causes.Length);
        Assert.Equal("http_406", rejected.Name);
        Assert.Equal("Not acceptable", rejected.ErrorText);
    }

    [Fact]
    public void SubmitAsync_StatusOutsideTheContract_HasNoCauses()
    {
        bench.Handler.Json(418, """{"detail":[{"msg":"teapot"}]}""");

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        var rejected = Assert.IsType<Rejected>(outcome.Failure);
        Assert.Empty(rejected.Causes);
        Assert.Equal("""[{"msg":"teapot"}]""", rejected.ErrorText);
    }

    [Theory]
    [InlineData("", "application/json", AnswerProblem.EmptyBody)]
    [InlineData("   ", "application/json", AnswerProblem.EmptyBody)]
    [InlineData("""{"request_id":"abc","sta""", "application/json", AnswerProblem.Truncated)]
    [InlineData("""{"request_id":"abc",,}""", "application/json", AnswerProblem.MalformedJson)]
    [InlineData("""{"request_id":"abc"}garbage""", "application/json", AnswerProblem.MalformedJson)]
    [InlineData("[1]", "application/json", AnswerProblem.NotAnObject)]
    [InlineData("<!doctype html><p>hello", "text/html", AnswerProblem.Html)]
    [InlineData("hello", "text/plain", AnswerProblem.WrongContentType)]
    [InlineData("""{"status":"QUEUED"}""", "application/json", AnswerProblem.MissingMember)]
    [InlineData("""{"request_id":".."}""", "application/json", AnswerProblem.MissingMember)]
    public void SubmitAsync_UnusableBody_SaysWhatIsWrongAndThatAJobMayExist(string body, string contentType, AnswerProblem problem)
    {
        bench.Handler.Answer(200, body, contentType);

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        var answer = Assert.IsType<UnreadableAnswer>(outcome.Failure);
        Assert.Equal(problem, answer.Problem);
        Assert.Equal(contentType, answer.ContentType);
        Assert.True(answer.MayHaveCreatedJob);
    }

    [Fact]
    public void SubmitAsync_JsonUnderAForeignContentType_KeepsThePaidJob()
    {
        bench.Handler.Answer(200, WireBodies.Accepted, "text/plain");

        Assert.Equal(WireBodies.Id, bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)).Value?.RequestId);
    }

    [Fact]
    public void SubmitAsync_OtherMembersOfOddTypes_KeepsThePaidJob()
    {
        bench.Handler.Json(200, """{"request_id":"abc","poll_url":7,"status":{"x":[]},"status_url":null,"response_url":false}""");

        var job = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)).ValueOrThrow();

        Assert.Equal("abc", job.RequestId);
        Assert.Equal([WarningKind.MissingUrl, WarningKind.MissingUrl], job.Warnings.Select(w => w.Kind));
    }

    [Fact]
    public void SubmitAsync_BodyOverTheLimit_IsRefusedBeforeItIsSent()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => bench.Run(() => bench.Client.SubmitAsync(new byte[(1 << 20) + 1], "application/json")));

        Assert.Contains("1048576", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Handler.Seen);
    }
}
