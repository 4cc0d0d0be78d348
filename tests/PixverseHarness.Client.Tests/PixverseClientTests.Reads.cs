using PixverseHarness.Client.Tests.Support;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Client.Tests;

public sealed partial class PixverseClientTests
{
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

    [Theory]
    [InlineData("ftp://images.segmind.com/a.mp4")]
    [InlineData("generations/a.mp4")]
    public void DownloadAsync_UrlThatIsNoHttp_Throws(string url) =>
        Assert.Throws<ArgumentException>(
            () => bench.Run(() => bench.Client.DownloadAsync(new Uri(url, UriKind.RelativeOrAbsolute), Stream.Null)));
}
