using PixverseHarness.Client.Tests.Support;

namespace PixverseHarness.Client.Tests;

/// <summary>Known bugs of clients of asynchronous video APIs, one test each: this client has none of them.</summary>
public sealed class ClientBugTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Bench bench = new();

    [Fact]
    public void Bug_UnknownStatusEndsTheLoopEarly_IsAbsent()
    {
        bench.Handler.Json(200, """{"status":"NOT_START"}""").Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.Completed, outcome.End);
        var warning = Assert.Single(outcome.Warnings);
        Assert.Equal(WarningKind.UnknownState, warning.Kind);
        Assert.Contains("NOT_START", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bug_CompletedWithoutUrlSpinsToTheDeadline_IsAbsent()
    {
        bench.Handler.Json(200, WireBodies.Completed).Json(200, WireBodies.ResultWithoutUrl);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.MissingOutput, outcome.End);
        Assert.Equal(2, bench.Handler.Seen.Count);
        Assert.Equal(TimeSpan.Zero, outcome.Elapsed);
        Assert.Equal(WarningKind.ResultDisagrees, Assert.Single(outcome.Warnings).Kind);
    }

    [Fact]
    public void Bug_TerminalErrorThrownAsIfTransient_IsAbsent()
    {
        bench.Handler.Json(200, WireBodies.Completed).Json(200, WireBodies.ResultWithoutUrl);

        var failure = bench.Wait(Minute).Failure;

        Assert.Equal(AnswerProblem.MissingOutput, Assert.IsType<UnreadableAnswer>(failure).Problem);
    }

    [Fact]
    public void Bug_ErrorVisibleOnlyOnTheResultCallIsMissed_IsAbsent()
    {
        bench.Handler.Json(200, WireBodies.Completed).Json(200, WireBodies.Failed);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.JobFailed, outcome.End);
        Assert.Equal("Prompt is required for video generation.", Assert.IsType<JobFailed>(outcome.Failure).Detail);
    }

    [Fact]
    public void Bug_NotReadyJsonSavedAsVideo_IsAbsent()
    {
        bench.Handler.Answer(200, """{"status":"PROCESSING"}""", "video/mp4");
        using var file = new MemoryStream();

        var downloaded = bench.Run(() => bench.Client.DownloadAsync(new Uri("https://images.segmind.com/a.mp4"), file));
        var generated = bench.Run(() => bench.Client.GenerateSyncAsync(Bench.Fox));

        Assert.Equal(AnswerProblem.NotAVideo, Assert.IsType<UnreadableAnswer>(downloaded.Failure).Problem);
        Assert.Equal(0, file.Length);
        Assert.Equal(AnswerProblem.NotAVideo, Assert.IsType<UnreadableAnswer>(generated.Failure).Problem);
    }

    [Fact]
    public void Bug_NonJson404SwallowedUntilTheDeadline_IsAbsent()
    {
        bench.Handler.Answer(404, "<html>not found</html>", "text/html");

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.NotFound, outcome.End);
        Assert.Single(bench.Handler.Seen);
    }

    [Fact]
    public void Bug_EndlessServerErrorsAreSwallowedSilently_IsAbsent()
    {
        bench.Handler.Answer(500, WireBodies.Html502, "text/html");

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.TimedOut, outcome.End);
        Assert.Equal(500, Assert.IsType<Rejected>(outcome.Failure).StatusCode);
        Assert.Equal(outcome.Polls - 1, outcome.FaultsSurvived);
        Assert.Contains("500", Assert.Throws<PixverseTimeoutException>(outcome.ValueOrThrow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bug_OneFlakyPollKillsTheJob_IsAbsent()
    {
        bench.Handler
            .Answer(502, WireBodies.Html502, "text/html")
            .Answer(504, "", null)
            .Json(500, """{"error":"oops"}""")
            .Json(503, "{}")
            .Json(429, WireBodies.RateLimited)
            .Throws(new HttpRequestException("connection reset"))
            .Json(200, """{"status":"PROCES""")
            .Answer(200, "<html>maintenance</html>", "text/html")
            .Json(200, "")
            .Json(200, "{}")
            .Json(200, WireBodies.Completed)
            .Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.Equal(10, outcome.FaultsSurvived);
    }

    [Theory]
    [InlineData("timeout")]
    [InlineData("reset")]
    [InlineData("502")]
    [InlineData("truncated")]
    public void Bug_RetryAfterALostAnswerMakesASecondJob_IsAbsent(string loss)
    {
        _ = loss switch
        {
            "timeout" => bench.Handler.Hangs(),
            "reset" => bench.Handler.Throws(new HttpRequestException("connection reset")),
            "502" => bench.Handler.Answer(502, WireBodies.Html502, "text/html"),
            _ => bench.Handler.Json(200, WireBodies.Accepted[..40]),
        };

        var exception = Assert.ThrowsAny<PixverseException>(() => bench.Run(() => bench.Client.GenerateAsync(Bench.Fox, Minute)));

        Assert.Single(bench.Handler.Seen);
        Assert.True(exception.Failure?.MayHaveCreatedJob);
    }

    [Fact]
    public void Bug_ErrorBodyOfAFailedJobIsLost_IsAbsent()
    {
        bench.Handler.Json(422, """{"status":"FAILED","error":{"code":"moderation","why":["a","b"]},"metrics":{"total_time":2.46}}""");

        var failed = Assert.IsType<JobFailed>(bench.Wait(Minute).Failure);

        Assert.Equal("""{"code":"moderation","why":["a","b"]}""", failed.Detail);
        Assert.Equal(TimeSpan.FromSeconds(2.46), failed.Metrics.TotalTime);
        Assert.Equal("content_blocked", failed.Name);
    }

    [Fact]
    public void Bug_KeySentToWhateverUrlTheServerNames_IsAbsent()
    {
        bench.Handler
            .Json(200, """{"request_id":"abc","status_url":"https://evil.test/s","response_url":"https://evil.test/r"}""")
            .Json(200, WireBodies.Completed)
            .Json(200, """{"status":"COMPLETED","output":"https://evil.test/a.mp4"}""")
            .Answer(200, WireBodies.Mp4, "video/mp4");

        var job = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)).ValueOrThrow();
        var video = bench.Run(() => bench.Client.WaitAsync(job, Minute)).ValueOrThrow();
        using var file = new MemoryStream();
        bench.Run(() => bench.Client.DownloadAsync(video, file));

        Assert.Equal([WarningKind.ForeignUrl, WarningKind.ForeignUrl], job.Warnings.Select(w => w.Kind));
        Assert.Equal("https://api.segmind.com/v2/requests/abc/status", bench.Handler.Seen[1].Url);
        Assert.Equal("https://api.segmind.com/v2/requests/abc", bench.Handler.Seen[2].Url);
        Assert.Equal("https://evil.test/a.mp4", bench.Handler.Seen[3].Url);
        Assert.Null(bench.Handler.Seen[3].Key);
        Assert.All(bench.Handler.Seen.Where(s => s.Key is not null), s => Assert.StartsWith("https://api.segmind.com/", s.Url, StringComparison.Ordinal));
    }

    [Fact]
    public void Bug_PollsTooOften_IsAbsent()
    {
        bench.Handler.Json(200, WireBodies.Processing);

        bench.Run(() => bench.Client.WaitAsync(bench.Job, Minute));

        var gaps = bench.Handler.Seconds.Zip(bench.Handler.Seconds.Skip(1), (a, b) => b - a).SkipLast(1).ToList();
        Assert.True(gaps.Count is > 10 and < 20, $"{gaps.Count} polls in a minute");
        Assert.All(gaps, g => Assert.InRange(g, 1, 5.02));
    }

    [Fact]
    public void Bug_PollsAfterATerminalState_IsAbsent()
    {
        bench.Handler.Json(422, WireBodies.Failed);

        bench.Wait(Minute);

        Assert.Single(bench.Handler.Seen);
    }

    [Fact]
    public void Bug_ResetInstantIgnored_IsAbsent()
    {
        bench.Handler
            .Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", "2026-10-01T12:00:30Z"))
            .Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", "2026-10-01T12:00:50Z"))
            .Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        bench.Wait(Minute);

        Assert.Equal([0, 30, 50, 50], bench.Handler.Seconds);
    }

    [Fact]
    public void Bug_KeyInTheUrl_IsAbsent()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        bench.Run(() => bench.Client.GenerateAsync(Bench.Fox, Minute));

        Assert.All(bench.Handler.Seen, s => Assert.DoesNotContain(Bench.Key, s.Url, StringComparison.Ordinal));
        Assert.All(bench.Handler.Seen, s => Assert.Equal(Bench.Key, s.Key));
    }

    [Fact]
    public void Bug_ResultNeverFetched_IsAbsent()
    {
        bench.Handler.Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        bench.Wait(Minute);

        Assert.Equal($"GET /v2/requests/{WireBodies.Id}", bench.Handler.Lines.Last());
    }
}
