using PixverseHarness.Client.Tests.Support;
using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client.Tests.Waiting;

public sealed class JobWaitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Bench bench = new();

    [Fact]
    public void WaitAsync_Completed_PollsAtOnceThenByPolicyAndFetchesOnce()
    {
        bench.Handler.Json(200, WireBodies.Queued).Json(200, WireBodies.Processing).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.Equal("https://images.segmind.com/generations/5f0ce1.mp4", outcome.ValueOrThrow().Url.AbsoluteUri);
        Assert.Equal([0, 2, 4, 4], bench.Handler.Seconds);
        Assert.Equal($"GET /v2/requests/{WireBodies.Id}", bench.Handler.Lines.Last());
        Assert.Equal((3, 1, 0), (outcome.Polls, outcome.Fetches, outcome.FaultsSurvived));
        Assert.Equal(JobState.Completed, outcome.LastState);
        Assert.Equal(TimeSpan.FromSeconds(4), outcome.Elapsed);
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public void WaitAsync_Failed_EndsWithoutFetching()
    {
        bench.Handler.Json(200, WireBodies.Processing).Json(422, WireBodies.Failed);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.JobFailed, outcome.End);
        Assert.Equal("Prompt is required for video generation.", Assert.IsType<JobFailed>(outcome.Failure).Detail);
        Assert.Equal(JobState.Failed, outcome.LastState);
        Assert.Equal((2, 0), (outcome.Polls, outcome.Fetches));
    }

    [Fact]
    public void WaitAsync_BackoffPolicy_PollsAtItsInstants()
    {
        bench.Handler.Json(200, WireBodies.Processing);

        bench.Wait(TimeSpan.FromSeconds(20), PollPolicy.Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)));

        Assert.Equal([0, 1, 3, 7, 12, 17, 20], bench.Handler.Seconds);
    }

    [Fact]
    public void WaitAsync_HintedPolicy_FollowsRetryAfter()
    {
        bench.Handler
            .Json(200, WireBodies.Processing, ("Retry-After", "7"))
            .Json(200, WireBodies.Processing)
            .Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        bench.Wait(Minute, PollPolicy.Hinted(PollPolicy.Fixed(TimeSpan.FromSeconds(2)), TimeSpan.FromSeconds(30)));

        Assert.Equal([0, 7, 9, 9], bench.Handler.Seconds);
    }

    [Fact]
    public void WaitAsync_JitteredPolicy_GivesJobsDifferentButRepeatableInstants()
    {
        var policy = PollPolicy.Jittered(TimeSpan.FromSeconds(2), 0.5, seed: 7);

        Assert.Equal(Instants("a"), Instants("a"));
        Assert.NotEqual(Instants("a"), Instants("b"));

        List<double> Instants(string id)
        {
            var own = new Bench();
            own.Handler.Json(200, WireBodies.Processing);
            own.Run(() => own.Client.WaitAsync(own.Client.GetJob(id), TimeSpan.FromSeconds(30), policy));
            return [.. own.Handler.Seconds];
        }
    }

    [Fact]
    public void WaitAsync_PolicyThatWantsNoDelay_DoesNotSpin()
    {
        bench.Handler.Json(200, WireBodies.Processing);

        var outcome = bench.Wait(TimeSpan.FromSeconds(1), new NoDelayPolicy());

        Assert.Equal(101, outcome.Polls);
    }

    [Fact]
    public void WaitAsync_DelayWithPartOfAMillisecond_DoesNotSpin()
    {
        bench.Handler.Json(200, WireBodies.Processing);

        var outcome = bench.Wait(TimeSpan.FromSeconds(5), PollPolicy.Fixed(TimeSpan.FromTicks(12_345_678)));

        Assert.Equal(WaitEnd.TimedOut, outcome.End);
        Assert.Equal(6, outcome.Polls);
    }

    [Fact]
    public void WaitAsync_Deadline_SendsTheLastPollAtItAndNoneAfter()
    {
        bench.Handler.Json(200, WireBodies.Processing);

        var outcome = bench.Wait(TimeSpan.FromSeconds(5));

        Assert.Equal(WaitEnd.TimedOut, outcome.End);
        Assert.Equal([0, 2, 4, 5], bench.Handler.Seconds);
        Assert.Equal(TimeSpan.FromSeconds(5), outcome.Elapsed);
        Assert.Equal(JobState.Processing, outcome.LastState);
        Assert.Null(outcome.Failure);
    }

    [Fact]
    public void WaitAsync_JobThatEndsJustBeforeTheDeadline_IsStillSeenAndFetched()
    {
        bench.Handler.Json(200, WireBodies.Processing).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var outcome = bench.Wait(TimeSpan.FromSeconds(1.5));

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.Equal([0, 1.5, 1.5], bench.Handler.Seconds);
    }

    [Fact]
    public void WaitAsync_PollInFlightAtTheDeadline_IsTheLastAndBoundedByItsStepTimeout()
    {
        bench.Handler.Hangs();

        var outcome = bench.Wait(TimeSpan.FromSeconds(40));

        Assert.Equal(WaitEnd.TimedOut, outcome.End);
        Assert.Equal([0, 32], bench.Handler.Seconds);
        Assert.Equal(TimeSpan.FromSeconds(62), outcome.Elapsed);
        Assert.Equal(TransportFaultKind.TimedOut, Assert.IsType<TransportFault>(outcome.Failure).Fault);
    }

    [Fact]
    public void WaitAsync_RepollAfterTheDeadline_FindsTheJob()
    {
        bench.Handler.Json(200, WireBodies.Processing).Json(200, WireBodies.Processing).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var first = bench.Wait(TimeSpan.FromSeconds(2));
        var second = bench.Run(() => bench.Client.WaitAsync(first.Job, Minute));

        Assert.Equal(WaitEnd.TimedOut, first.End);
        Assert.Equal(WaitEnd.Completed, second.End);
        Assert.DoesNotContain(bench.Handler.Seen, s => s.Method == "POST");
    }

    [Fact]
    public void WaitAsync_RateLimited_WaitsForTheResetInstantAndNotLess()
    {
        bench.Handler
            .Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", "2026-10-01T12:00:17Z"))
            .Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal([0, 17, 17], bench.Handler.Seconds);
        Assert.Equal(TimeSpan.FromSeconds(15), outcome.Throttled);
        Assert.Equal(1, outcome.FaultsSurvived);
    }

    [Fact]
    public void WaitAsync_RateLimitedBeyondTheDeadline_EndsAtOnce()
    {
        bench.Handler.Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", "2026-10-01T12:05:00Z"));

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.TimedOut, outcome.End);
        Assert.Single(bench.Handler.Seen);
        Assert.Equal(429, Assert.IsType<Rejected>(outcome.Failure).StatusCode);
    }

    [Fact]
    public void WaitAsync_RateLimitedWithoutInstant_KeepsThePolicysDelay()
    {
        bench.Handler.Json(429, WireBodies.RateLimited).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        bench.Wait(Minute);

        Assert.Equal([0, 2, 2], bench.Handler.Seconds);
    }

    [Theory]
    [InlineData(401, WaitEnd.Refused)]
    [InlineData(403, WaitEnd.Refused)]
    [InlineData(400, WaitEnd.Refused)]
    [InlineData(302, WaitEnd.Refused)]
    [InlineData(404, WaitEnd.NotFound)]
    public void WaitAsync_AnswerThatNoPollCanChange_EndsAtOnce(int status, WaitEnd end)
    {
        bench.Handler.Json(status, WireBodies.BadKey);

        var outcome = bench.Wait(Minute);

        Assert.Equal(end, outcome.End);
        Assert.Single(bench.Handler.Seen);
        Assert.NotNull(outcome.Failure);
    }

    [Fact]
    public void WaitAsync_FlakyFetch_IsTriedAgain()
    {
        bench.Handler.Json(200, WireBodies.Completed).Answer(502, WireBodies.Html502, "text/html").Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.Equal((1, 2, 1), (outcome.Polls, outcome.Fetches, outcome.FaultsSurvived));
        Assert.Equal([0, 0, 2], bench.Handler.Seconds);
    }

    [Fact]
    public void WaitAsync_ResultSaysFailed_EndsFailedAndReportsTheDisagreement()
    {
        bench.Handler.Json(200, WireBodies.Completed).Json(422, WireBodies.Failed);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.JobFailed, outcome.End);
        Assert.Equal(WarningKind.ResultDisagrees, Assert.Single(outcome.Warnings).Kind);
    }

    [Fact]
    public void WaitAsync_ResultStillProcessing_AsksAgainAndReportsTheDisagreementOnce()
    {
        bench.Handler.Json(200, WireBodies.Completed).Json(200, WireBodies.Processing).Json(200, WireBodies.Processing).Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.Equal(WarningKind.ResultDisagrees, Assert.Single(outcome.Warnings).Kind);
        Assert.Equal(3, outcome.Fetches);
    }

    [Fact]
    public void WaitAsync_StateGoesBack_IsReported()
    {
        bench.Handler.Json(200, WireBodies.Processing).Json(200, WireBodies.Queued).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var outcome = bench.Wait(Minute);

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.Equal(WarningKind.StateRegressed, Assert.Single(outcome.Warnings).Kind);
    }

    [Fact]
    public void WaitAsync_EndlessNewStates_KeepsAFewWarnings()
    {
        var number = 0;
        bench.Handler.Play((_, _) => Task.FromResult(
            ScriptedHandler.Message(200, new StringContent($$"""{"status":"S{{number++}}"}"""), null, [])));

        var outcome = bench.Wait(TimeSpan.FromMinutes(5));

        Assert.Equal(WaitEnd.TimedOut, outcome.End);
        Assert.Equal(32, outcome.Warnings.Length);
    }

    [Fact]
    public void WaitAsync_CancelledBetweenPolls_IsAnOutcomeOfItsOwn()
    {
        bench.Handler.Json(200, WireBodies.Processing);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), bench.Clock);

        var outcome = bench.Wait(Minute, cancellationToken: cancellation.Token);

        Assert.Equal(WaitEnd.Cancelled, outcome.End);
        Assert.Equal([0, 2, 4], bench.Handler.Seconds);
        Assert.Equal(TimeSpan.FromSeconds(5), outcome.Elapsed);
        var exception = Assert.Throws<PixverseCanceledException>(outcome.ValueOrThrow);
        Assert.Equal(WireBodies.Id, exception.RequestId);
        Assert.IsAssignableFrom<OperationCanceledException>(exception);
    }

    [Fact]
    public void WaitAsync_CancelledDuringAPoll_IsAnOutcomeOfItsOwn()
    {
        bench.Handler.Hangs();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), bench.Clock);

        var outcome = bench.Wait(Minute, cancellationToken: cancellation.Token);

        Assert.Equal(WaitEnd.Cancelled, outcome.End);
        Assert.Equal(TimeSpan.FromSeconds(5), outcome.Elapsed);
    }

    [Fact]
    public void WaitAsync_Progress_TellsEachCall()
    {
        bench.Handler.Json(200, WireBodies.Queued).Json(504, "").Json(200, WireBodies.Completed).Json(200, WireBodies.Result);
        var told = new List<JobProgress>();

        bench.Wait(Minute, progress: new Listener(told.Add));

        Assert.Equal([1, 2, 3, 4], told.Select(p => p.Calls));
        Assert.Equal([JobState.Queued, JobState.Queued, JobState.Completed, JobState.Completed], told.Select(p => p.State));
        Assert.Equal([null, "gateway_timeout", null, null], told.Select(p => p.Fault?.Name));
        Assert.All(told, p => Assert.Equal(WireBodies.Id, p.RequestId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(90_000)]
    public void WaitAsync_DeadlineOutOfRange_Throws(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Wait(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void GenerateAsync_HappyPath_IsSubmitPollsAndOneFetch()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(200, WireBodies.Processing).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var video = bench.Run(() => bench.Client.GenerateAsync(Bench.Fox, Minute));

        Assert.Equal(WireBodies.Id, video.RequestId);
        Assert.Equal(["POST", "GET", "GET", "GET"], bench.Handler.Seen.Select(s => s.Method));
    }

    [Fact]
    public void GenerateAsync_Failed_ThrowsWithDetailAndMetrics()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(422, WireBodies.Failed);

        var exception = Assert.Throws<PixverseJobFailedException>(() => bench.Run(() => bench.Client.GenerateAsync(Bench.Fox, Minute)));

        Assert.Equal("Prompt is required for video generation.", exception.Detail);
        Assert.Equal(TimeSpan.FromMilliseconds(26), exception.Metrics.QueueTime);
        Assert.Equal(WireBodies.Id, exception.RequestId);
        Assert.Contains("Prompt is required", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GenerateAsync_Deadline_ThrowsWithTheIdAndSaysThatTheJobGoesOn()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(200, WireBodies.Processing);

        var exception = Assert.Throws<PixverseTimeoutException>(() => bench.Run(() => bench.Client.GenerateAsync(Bench.Fox, Minute)));

        Assert.Equal(WireBodies.Id, exception.RequestId);
        Assert.Equal(Minute, exception.Elapsed);
        Assert.Equal(JobState.Processing, exception.LastState);
        Assert.Contains("it goes on and may be billed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GenerateAsync_Refused_ThrowsWithCauseAndReset()
    {
        bench.Handler.Json(429, WireBodies.RateLimited, ("x-rate-limit-reset-at-utc", "2026-10-01T12:01:00Z"));

        var exception = Assert.Throws<PixverseRejectedException>(() => bench.Run(() => bench.Client.GenerateAsync(Bench.Fox, Minute)));

        Assert.Equal(429, exception.StatusCode);
        Assert.Equal("rate_limited", Assert.Single(exception.Causes).Name);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 12, 1, 0, TimeSpan.Zero), exception.ResetAt);
        Assert.Single(bench.Handler.Seen);
    }

    [Fact]
    public void ValueOrThrow_EachFailure_HasItsException()
    {
        bench.Handler.Json(404, WireBodies.NotFound).Json(200, "<html>").Throws(new HttpRequestException("broken")).Json(302, "").Json(200, WireBodies.Queued);

        Assert.Equal(WireBodies.Id, Assert.Throws<PixverseNotFoundException>(Fetch).RequestId);
        Assert.IsType<UnreadableAnswer>(Assert.Throws<PixverseAnswerException>(Fetch).Failure);
        Assert.True(Assert.Throws<PixverseTransportException>(Fetch).RequestMayHaveArrived);
        Assert.IsType<Redirected>(Assert.Throws<PixverseAnswerException>(Fetch).Failure);
        Assert.IsType<NotReady>(Assert.Throws<PixverseAnswerException>(Fetch).Failure);

        GeneratedVideo Fetch() => bench.Run(() => bench.Client.GetResultAsync(bench.Job)).ValueOrThrow();
    }

    private sealed class NoDelayPolicy : PollPolicy
    {
        public override TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint) => TimeSpan.FromSeconds(-5);
    }

    private sealed class Listener(Action<JobProgress> listen) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => listen(value);
    }
}
