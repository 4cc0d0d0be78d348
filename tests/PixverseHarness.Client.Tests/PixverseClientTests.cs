using System.Net.Sockets;
using System.Text;
using PixverseHarness.Client.Tests.Support;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Client.Tests;

public sealed class PixverseClientTests
{
    private readonly Bench bench = new();

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

    [Fact]
    public void GetStatusAsync_EachState_ReadsStateAndMetrics()
    {
        bench.Handler.Json(200, WireBodies.Queued).Json(200, WireBodies.Processing).Json(200, WireBodies.Completed);

        Assert.Equal(new JobStatus(JobState.Queued, default), bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Value);
        Assert.Equal(new JobStatus(JobState.Processing, default), bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Value);
        var done = bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Value;

        Assert.Equal(JobState.Completed, done.State);
        Assert.Equal(
            new StatedMetrics
            {
                InferenceTime = TimeSpan.FromSeconds(43.71),
                QueueTime = TimeSpan.FromSeconds(0.19),
                TotalTime = TimeSpan.FromSeconds(43.92),
                Cost = new MicroDollars(375_000),
                RemainingCredits = new MicroDollars(12_625_000),
            },
            done.Metrics);
        Assert.Equal($"GET /v2/requests/{WireBodies.Id}/status", bench.Handler.Seen[0].Line);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(200)]
    [InlineData(500)]
    public void GetStatusAsync_FailedAtAnyStatus_IsAFailedJobWithDetailAndMetrics(int status)
    {
        bench.Handler.Json(status, WireBodies.Failed);

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        var failed = Assert.IsType<JobFailed>(outcome.Failure);
        Assert.Equal("Prompt is required for video generation.", failed.Detail);
        Assert.Equal(TimeSpan.FromMilliseconds(3.4), failed.Metrics.InferenceTime);
        Assert.Equal(ErrorCauses.LateValidation, Assert.Single(failed.Causes));
        Assert.Equal(WireBodies.Id, failed.RequestId);
        Assert.Equal(status, outcome.Exchange.StatusCode);
    }

    [Theory]
    [InlineData("""{"status":"NOT_START"}""", AnswerProblem.UnknownState)]
    [InlineData("""{"status":"completed"}""", AnswerProblem.UnknownState)]
    [InlineData("""{"status":null}""", AnswerProblem.MissingMember)]
    [InlineData("""{"metrics":{}}""", AnswerProblem.MissingMember)]
    [InlineData("""{"status":"COMPLE""", AnswerProblem.Truncated)]
    [InlineData("""{"status":"PROCESSING" """, AnswerProblem.Truncated)]
    public void GetStatusAsync_NoKnownState_IsUnreadable(string body, AnswerProblem problem)
    {
        bench.Handler.Json(200, body);

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(problem, Assert.IsType<UnreadableAnswer>(outcome.Failure).Problem);
    }

    [Fact]
    public void GetStatusAsync_404_IsNotFoundEvenAsHtml()
    {
        bench.Handler.Json(404, WireBodies.NotFound).Answer(404, "<html/>", "text/html");

        var json = Assert.IsType<NotFound>(bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Failure);
        var html = Assert.IsType<NotFound>(bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Failure);

        Assert.Equal($"Request {WireBodies.Id} not found", json.ErrorText);
        Assert.Equal(WireBodies.Id, html.RequestId);
    }

    [Theory]
    [InlineData("2026-10-01T12:01:00Z")]
    [InlineData("2026-10-01 12:01:00")]
    [InlineData("2026-10-01T14:01:00+02:00")]
    [InlineData("Thu, 01 Oct 2026 12:01:00 GMT")]
    [InlineData("1790856060")]
    [InlineData("1790856060000")]
    public void GetStatusAsync_RateLimited_ReadsTheResetInstantInEveryPlausibleForm(string header)
    {
        bench.Handler.Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", header));

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(new DateTimeOffset(2026, 10, 1, 12, 1, 0, TimeSpan.Zero), Assert.IsType<Rejected>(outcome.Failure).ResetAt);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("60")]
    [InlineData("-1790856060")]
    [InlineData("1e300")]
    [InlineData("")]
    public void GetStatusAsync_UnreadableResetInstant_IsNull(string header)
    {
        bench.Handler.Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", header));

        Assert.Null(Assert.IsType<Rejected>(bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Failure).ResetAt);
    }

    [Fact]
    public void GetResultAsync_Completed_GivesTheUrlAndTheWholeAnswer()
    {
        bench.Handler.Json(200, WireBodies.Result);

        var video = bench.Run(() => bench.Client.GetResultAsync(bench.Job)).ValueOrThrow();

        Assert.Equal("https://images.segmind.com/generations/5f0ce1.mp4", video.Url.AbsoluteUri);
        Assert.Equal(new MicroDollars(375_000), video.Metrics.Cost);
        Assert.Equal("56698", video.Response?.Seed);
        Assert.Empty(video.Warnings);
        Assert.Equal($"GET /v2/requests/{WireBodies.Id}", bench.Handler.Seen[0].Line);
    }

    [Fact]
    public void GetResultAsync_OutputOnlyInVideo_UsesItsUrl()
    {
        bench.Handler.Json(200, """{"status":"COMPLETED","video":{"url":"https://cdn.test/a.mp4"}}""");

        Assert.Equal("https://cdn.test/a.mp4", bench.Run(() => bench.Client.GetResultAsync(bench.Job)).ValueOrThrow().Url.AbsoluteUri);
    }

    [Fact]
    public void GetResultAsync_MembersOfOddTypes_KeepsThePaidResultAndWarns()
    {
        bench.Handler.Json(200, """{"status":"COMPLETED","output":"https://cdn.test/a.mp4","prompt":[1],"metrics":{"cost":"0.375"}}""");

        var video = bench.Run(() => bench.Client.GetResultAsync(bench.Job)).ValueOrThrow();

        Assert.Equal(new MicroDollars(375_000), video.Metrics.Cost);
        Assert.Null(video.Response);
        Assert.Equal(WarningKind.ModelMismatch, Assert.Single(video.Warnings).Kind);
    }

    [Fact]
    public void GetResultAsync_BeforeTheEnd_IsNotReady()
    {
        bench.Handler.Json(200, WireBodies.Queued);

        Assert.Equal(new NotReady(JobState.Queued), bench.Run(() => bench.Client.GetResultAsync(bench.Job)).Failure);
    }

    [Theory]
    [InlineData(WireBodies.ResultWithoutUrl)]
    [InlineData("""{"status":"COMPLETED","output":"a.mp4"}""")]
    [InlineData("""{"status":"COMPLETED","output":"file:///etc/passwd"}""")]
    [InlineData("""{"status":"COMPLETED","output":{"url":"https://cdn.test/a.mp4"}}""")]
    public void GetResultAsync_CompletedWithoutUsableUrl_IsMissingOutput(string body)
    {
        bench.Handler.Json(200, body);

        var outcome = bench.Run(() => bench.Client.GetResultAsync(bench.Job));

        Assert.Equal(AnswerProblem.MissingOutput, Assert.IsType<UnreadableAnswer>(outcome.Failure).Problem);
    }

    [Fact]
    public void GenerateSyncAsync_Video_GivesBytesAndHeaders()
    {
        bench.Handler.Answer(
            200,
            WireBodies.Mp4,
            "video/mp4",
            ("x-request-id", "abc"),
            ("x-generation-time", "43.7"),
            ("x-cost", "0.375"),
            ("x-remaining-credits", "12.625"),
            ("x-seed-value", "56698"),
            ("x-rate-limit-reset-at-utc", "2026-10-01T12:01:00Z"));

        var video = bench.Run(() => bench.Client.GenerateSyncAsync(Bench.Fox)).ValueOrThrow();

        Assert.Equal(WireBodies.Mp4, video.Content.ToArray());
        Assert.Equal("video/mp4", video.ContentType);
        Assert.Equal("abc", video.RequestId);
        Assert.Equal(TimeSpan.FromSeconds(43.7), video.GenerationTime);
        Assert.Equal(new MicroDollars(375_000), video.Cost);
        Assert.Equal(new MicroDollars(12_625_000), video.RemainingCredits);
        Assert.Equal("56698", video.Seed);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 12, 1, 0, TimeSpan.Zero), video.RateLimitResetAt);
        Assert.Equal("POST /v1/pixverse-text2video", bench.Handler.Seen[0].Line);
    }

    [Fact]
    public void GenerateSyncAsync_CutOff_NamesTheCause()
    {
        bench.Handler.Json(500, """{"error":"Internal Polling Error"}""");

        var outcome = bench.Run(() => bench.Client.GenerateSyncAsync(Bench.Fox));

        Assert.Equal(ErrorCauses.SyncTimeout, Assert.Single(Assert.IsType<Rejected>(outcome.Failure).Causes));
    }

    [Fact]
    public void GetCreditsAsync_Balance_IsExact()
    {
        bench.Handler.Json(200, WireBodies.Credits);

        var outcome = bench.Run(() => bench.Client.GetCreditsAsync());

        Assert.Equal(new CreditBalance(new MicroDollars(41_250_000), MicroDollars.Zero), outcome.Value);
        Assert.Equal("GET /v1/get-user-credits", bench.Handler.Seen[0].Line);
    }

    [Theory]
    [InlineData(404, """{"error":"No credits found for the user"}""", "no_credits_record")]
    [InlineData(200, """{"credits":"many"}""", "missing_member")]
    [InlineData(200, """{"credits":1e40}""", "missing_member")]
    [InlineData(200, "{}", "missing_member")]
    public void GetCreditsAsync_NoBalance_SaysWhy(int status, string body, string name)
    {
        bench.Handler.Json(status, body);

        Assert.Equal(name, bench.Run(() => bench.Client.GetCreditsAsync()).Failure?.Name);
    }

    [Fact]
    public void DownloadAsync_Video_IsWrittenWhole()
    {
        bench.Handler.Answer(200, WireBodies.Mp4, "video/mp4");
        using var file = new MemoryStream();

        var outcome = bench.Run(() => bench.Client.DownloadAsync(new Uri("https://images.segmind.com/a.mp4"), file));

        Assert.Equal(new DownloadedFile(WireBodies.Mp4.Length, "video/mp4"), outcome.Value);
        Assert.Equal(WireBodies.Mp4, file.ToArray());
    }

    [Fact]
    public void DownloadAsync_Gone_IsRejectedAndWritesNothing()
    {
        bench.Handler.Answer(404, "<Error/>", "application/xml");
        using var file = new MemoryStream();

        var outcome = bench.Run(() => bench.Client.DownloadAsync(new Uri("https://images.segmind.com/a.mp4"), file));

        Assert.Equal(404, Assert.IsType<Rejected>(outcome.Failure).StatusCode);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void AnyStep_Redirect_IsAnOutcomeAndIsNotFollowed()
    {
        bench.Handler.Answer(307, "", null, ("Location", "https://evil.test/v2/pixverse-text2video"));

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        Assert.Equal(new Redirected(307, "https://evil.test/v2/pixverse-text2video"), outcome.Failure);
        Assert.Single(bench.Handler.Seen);
    }

    [Fact]
    public void AnyStep_HandlerThatFollowedARedirect_IsFoundOut()
    {
        bench.Handler.Play((request, _) =>
        {
            request.RequestUri = new Uri("https://evil.test/");
            return Task.FromResult(ScriptedHandler.Message(200, new StringContent(WireBodies.Accepted), null, []));
        });

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        Assert.True(Assert.IsType<Redirected>(outcome.Failure).FollowedByHandler);
    }

    [Fact]
    public void AnyStep_TransportFault_SaysWhetherTheRequestMayHaveArrived()
    {
        bench.Handler
            .Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"))
            .Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)))
            .Throws(new HttpRequestException(HttpRequestError.SecureConnectionError, "certificate"))
            .Throws(new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))))
            .Throws(new HttpIOException(HttpRequestError.ResponseEnded, "ended"))
            .Throws(new TaskCanceledException("the handler's own limit"))
            .Throws(new HttpRequestException("odd"));

        var faults = Enumerable.Range(0, 7).Select(_ => (TransportFault)bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)).Failure!).ToList();

        Assert.Equal(
            [
                TransportFaultKind.NameNotResolved, TransportFaultKind.ConnectionRefused, TransportFaultKind.SecureConnectionFailed,
                TransportFaultKind.ConnectionReset, TransportFaultKind.AnswerCutShort, TransportFaultKind.TimedOut, TransportFaultKind.Other,
            ],
            faults.Select(f => f.Fault));
        Assert.Equal([false, false, false, true, true, true, true], faults.Select(f => f.MayHaveCreatedJob));
        Assert.Equal("connection_refused", faults[1].Name);
    }

    [Fact]
    public void AnyStep_ExceptionThatIsNoTransportFault_StaysAnException()
    {
        bench.Handler.Throws(new InvalidOperationException("a bug in a handler"));

        Assert.Throws<InvalidOperationException>(() => bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)));
    }

    [Fact]
    public void AnyStep_NoAnswer_TimesOutByTheInjectedClock()
    {
        bench.Handler.Hangs();

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        var fault = Assert.IsType<TransportFault>(outcome.Failure);
        Assert.Equal(TransportFaultKind.TimedOut, fault.Fault);
        Assert.Null(outcome.Exchange.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), outcome.Exchange.Duration);
    }

    [Fact]
    public void AnyStep_BodyThatStops_TimesOutWithItsStatus()
    {
        bench.Handler.Content(200, new StreamContent(new StallingStream("""{"status":"PRO"""u8.ToArray())), "application/json");

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(TransportFaultKind.TimedOut, Assert.IsType<TransportFault>(outcome.Failure).Fault);
        Assert.Equal(200, outcome.Exchange.StatusCode);
        Assert.NotNull(outcome.Exchange.AnswerBegan);
    }

    [Fact]
    public void AnyStep_FewerBytesThanStated_IsTruncated()
    {
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(WireBodies.Processing)));
        content.Headers.ContentLength = 500;
        bench.Handler.Content(200, content, "application/json");

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(AnswerProblem.Truncated, Assert.IsType<UnreadableAnswer>(outcome.Failure).Problem);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnyStep_AnswerOverTheLimit_IsTooLarge(bool statedLength)
    {
        var body = new byte[(1 << 20) + 1];
        bench.Handler.Content(200, statedLength ? new ByteArrayContent(body) : new StreamContent(new StallingStream(body)), "application/json");

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(AnswerProblem.TooLarge, Assert.IsType<UnreadableAnswer>(outcome.Failure).Problem);
    }

    [Fact]
    public void AnyStep_CancelledBeforeSending_SendsNothing()
    {
        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox, new CancellationToken(canceled: true)));

        Assert.Equal(new Cancelled(RequestMayHaveArrived: false), outcome.Failure);
        Assert.Empty(bench.Handler.Seen);
    }

    [Fact]
    public void AnyStep_CancelledUnderWay_SaysThatTheRequestMayHaveArrived()
    {
        bench.Handler.Hangs();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), bench.Clock);

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox, cancellation.Token));

        Assert.Equal(new Cancelled(RequestMayHaveArrived: true), outcome.Failure);
        Assert.Equal(OutcomeKind.Cancelled, outcome.Kind);
    }

    [Fact]
    public void AnyStep_Exchange_StampsSendingHeadersAndEnd()
    {
        bench.Handler.Later(TimeSpan.FromSeconds(3), 200, WireBodies.Processing);

        var exchange = bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Exchange;

        Assert.Equal(200, exchange.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), exchange.Duration);
        Assert.Equal(TimeSpan.FromSeconds(3), bench.Clock.GetElapsedTime(exchange.Sent, exchange.AnswerBegan!.Value));
        Assert.Equal(TimeSpan.FromSeconds(3), bench.Clock.GetElapsedTime(exchange.Sent, exchange.Ended));
    }

    [Fact]
    public void Constructor_BadOptions_ListsAllFaultsWithoutTheKey()
    {
        var exception = Assert.Throws<ArgumentException>(() => new Bench(key: "SG secret", change: o => new PixverseClientOptions
        {
            ApiKey = o.ApiKey,
            BaseAddress = new Uri("ftp://host"),
            StepTimeout = TimeSpan.Zero,
            MaxJsonBytes = 0,
        }));

        foreach (var word in (string[])["BaseAddress", "ApiKey", "StepTimeout", "MaxJsonBytes"])
        {
            Assert.Contains(word, exception.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void GetJob_IdThatIsNoPathStep_Throws(string id) =>
        Assert.Throws<ArgumentException>(() => bench.Client.GetJob(id));

    [Fact]
    public void Create_OwnHandler_NeedsNoInvoker()
    {
        using var client = PixverseClient.Create(Bench.Key, bench.Clock, new Uri("http://127.0.0.1:5000/v1"));

        Assert.Equal("PixverseClient of http://127.0.0.1:5000", client.ToString());
    }
}
