using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Sessions;

public sealed class LifecycleTests
{
    [Fact]
    public void Submit_Valid_AnswersFiveMembersOnTheOwnOrigin()
    {
        var answer = Json(new TwinUnderTest().Submit());

        var id = answer.GetProperty("request_id").GetString();
        Assert.Equal(["poll_url", "request_id", "response_url", "status", "status_url"], answer.EnumerateObject().Select(m => m.Name));
        Assert.Equal("QUEUED", answer.GetProperty("status").GetString());
        Assert.Equal($"{Origin}/v2/requests/{id}/status", answer.GetProperty("status_url").GetString());
        Assert.Equal($"{Origin}/v2/requests/{id}", answer.GetProperty("response_url").GetString());
        Assert.Equal($"{Origin}/v1/requests/{id}", answer.GetProperty("poll_url").GetString());
    }

    [Fact]
    public void Status_AsTimePasses_GoesQueuedProcessingCompleted()
    {
        var twin = new TwinUnderTest(new TwinOptions { ServiceTime = TimeSpan.FromSeconds(44) });
        var id = twin.SubmitId();

        var queued = Json(twin.Status(id));
        twin.Clock.Advance(TimeSpan.FromSeconds(1));
        var processing = Json(twin.Status(id));
        twin.Clock.Advance(TimeSpan.FromSeconds(44));
        var completed = Json(twin.Status(id));

        Assert.Equal("QUEUED", queued.GetProperty("status").GetString());
        Assert.Equal("PROCESSING", processing.GetProperty("status").GetString());
        Assert.Empty(processing.GetProperty("metrics").EnumerateObject());
        Assert.Equal("COMPLETED", completed.GetProperty("status").GetString());
        Assert.Equal(["metrics", "request_id", "status"], completed.EnumerateObject().Select(m => m.Name));
        var metrics = completed.GetProperty("metrics");
        Assert.Equal(44m, metrics.GetProperty("inference_time").GetDecimal());
        Assert.Equal(0.375m, metrics.GetProperty("cost").GetDecimal());
        Assert.Equal(999_999.625m, metrics.GetProperty("remaining_credits").GetDecimal());
        Assert.Equal(
            metrics.GetProperty("inference_time").GetDecimal() + metrics.GetProperty("queue_time").GetDecimal(),
            metrics.GetProperty("total_time").GetDecimal());
    }

    [Fact]
    public void Result_Completed_NamesAFileThatIsServedWithoutAKey()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId("a fox");
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = Json(twin.Result(id));
        var url = result.GetProperty("output").GetString()!;
        var file = Plain(twin.Get(url[Origin.Length..], key: null));

        Assert.Equal(url, result.GetProperty("video").GetProperty("url").GetString());
        Assert.Equal("a fox", result.GetProperty("prompt").GetString());
        Assert.Equal("video/mp4", file.ContentType);
        Assert.Equal(result.GetProperty("video").GetProperty("file_size").GetString(), file.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("ftyp"u8, file.Body.Span[4..8]);
    }

    [Fact]
    public void Output_AfterSevenDaysOrForged_IsGone()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId();
        twin.Clock.Advance(TimeSpan.FromMinutes(10));
        var path = Json(twin.Result(id)).GetProperty("output").GetString()![Origin.Length..];
        var forged = path.Replace(path[15], path[15] == 'a' ? 'b' : 'a');

        Assert.Equal(404, StatusOf(twin.Get(forged)));
        twin.Clock.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal(200, StatusOf(twin.Get(path)));
        twin.Clock.Advance(TimeSpan.FromDays(0.1));
        Assert.Equal(404, StatusOf(twin.Get(path)));
    }

    [Theory]
    [InlineData(RetentionAnchor.Submission)]
    [InlineData(RetentionAnchor.Completion)]
    public void Status_AtTheEndOfRetention_IsGoneNotOneTickEarlier(RetentionAnchor anchor)
    {
        var profile = ApiProfile.Documented with { Retention = anchor };
        var twin = new TwinUnderTest(new TwinOptions { Profile = profile, ServiceTime = TimeSpan.FromSeconds(30) });
        var start = twin.Core.Clock.NowTicks;
        var id = twin.SubmitId();
        twin.Clock.Advance(TimeSpan.FromMinutes(1));
        var total = Json(twin.Status(id)).GetProperty("metrics").GetProperty("total_time").GetDecimal();
        var life = ApiLimits.Retention + (anchor == RetentionAnchor.Completion ? TimeSpan.FromTicks((long)(total * TimeSpan.TicksPerSecond)) : TimeSpan.Zero);

        twin.Clock.Advance(TimeSpan.FromTicks(start + life.Ticks - 1 - twin.Core.Clock.NowTicks));
        Assert.Equal(200, StatusOf(twin.Status(id)));
        twin.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(404, StatusOf(twin.Status(id)));
        Assert.Equal($"Request {id} not found", Json(twin.Result(id)).GetProperty("error").GetString());
        Assert.Equal(404, StatusOf(twin.Get($"/v1/requests/{id}")));
    }

    [Fact]
    public void Failed_StatusAndResult_Are422WithTheSameBodyAndNoCost()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId("[[generation_failed]]");
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        var status = twin.Status(id);
        var result = twin.Result(id);

        Assert.Equal(422, StatusOf(status));
        Assert.Equal(422, StatusOf(result));
        Assert.Equal(Text(status), Text(result));
        Assert.False(Json(status).GetProperty("metrics").TryGetProperty("cost", out _));
        Assert.Equal(1_000_000m, Json(twin.Get("/v1/get-user-credits")).GetProperty("credits").GetDecimal());
    }

    [Theory]
    [InlineData(UnfinishedResult.InProgress, 200)]
    [InlineData(UnfinishedResult.NotFound, 404)]
    public void Result_BeforeTheEnd_FollowsTheSwitch(UnfinishedResult behaviour, int status)
    {
        var twin = new TwinUnderTest(new TwinOptions { Profile = ApiProfile.Documented with { UnfinishedResult = behaviour } });

        Assert.Equal(status, StatusOf(twin.Result(twin.SubmitId())));
    }

    [Fact]
    public void Read_WithAnotherKey_IsNotFound()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId();

        Assert.Equal(404, StatusOf(twin.Status(id, key: "SG_fedcba9876543210")));
        Assert.Equal(200, StatusOf(twin.Status(id)));
    }

    [Fact]
    public void Sync_Completed_HoldsUntilTheEndThenAnswersBytesAndAccounting()
    {
        var twin = new TwinUnderTest(new TwinOptions { ServiceTime = TimeSpan.FromSeconds(40), RequestsPerMinute = 10 });
        var answer = twin.Post("/v1/pixverse-text2video", Body());
        var hold = Assert.IsType<TwinStep.Hold>(Assert.Single(answer.Steps));

        twin.Clock.Advance(TimeSpan.FromTicks(hold.Until - answer.Clock.NowTicks));
        var response = hold.Resume();

        Assert.Equal("video/mp4", Plain(response).ContentType);
        Assert.Equal("ftyp"u8, Plain(response).Body.Span[4..8]);
        Assert.Equal("0.375", Header(response, "x-cost"));
        Assert.Equal("40", Header(response, "x-generation-time"));
        Assert.Equal("999999.625", Header(response, "x-remaining-credits"));
        Assert.Equal("2026-10-01T12:01:00Z", Header(response, "x-rate-limit-reset-at-utc"));
        Assert.Equal(200, twin.Core.Journal()[^1].Status);
    }

    [Fact]
    public void Sync_SlowerThanTheCutOff_Answers500AtTheCutOffAndIsNotBilled()
    {
        var twin = new TwinUnderTest(new TwinOptions { ServiceTime = TimeSpan.FromSeconds(120) });
        var answer = twin.Post("/v1/pixverse-text2video", Body());
        var hold = Assert.IsType<TwinStep.Hold>(Assert.Single(answer.Steps));

        Assert.Equal(TimeSpan.FromSeconds(100).Ticks, hold.Until - answer.Clock.NowTicks);
        twin.Clock.Advance(TimeSpan.FromSeconds(100));
        var response = hold.Resume();
        twin.Clock.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal(500, StatusOf(response));
        Assert.Equal("Internal Polling Error", Json(response).GetProperty("error").GetString());
        var account = Assert.Single(twin.Core.Ledger());
        Assert.Equal((0L, 0L), (account.Charged.Value, account.Reserved.Value));
    }

    [Fact]
    public void Sync_ClientLeaves_IsBilledAllTheSame()
    {
        var twin = new TwinUnderTest();
        var hold = Assert.IsType<TwinStep.Hold>(Assert.Single(twin.Post("/v1/pixverse-text2video", Body()).Steps));

        hold.Abandon();
        twin.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(375_000, Assert.Single(twin.Core.Ledger()).Charged.Value);
        Assert.Equal(0, twin.Core.Journal()[^1].Status);
    }

    [Fact]
    public void Sync_ModelFails_Answers500()
    {
        var twin = new TwinUnderTest();
        var hold = Assert.IsType<TwinStep.Hold>(Assert.Single(twin.Post("/v1/pixverse-text2video", Body("[[generation_failed]]")).Steps));
        twin.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(500, StatusOf(hold.Resume()));
    }

    [Fact]
    public void Workers_Few_MakeJobsQueueInOrder()
    {
        var twin = new TwinUnderTest(new TwinOptions { Workers = 1, ServiceTime = TimeSpan.FromSeconds(10) });
        var ids = Enumerable.Range(0, 3).Select(i => twin.SubmitId($"job {i}")).ToArray();

        twin.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(["COMPLETED", "PROCESSING", "QUEUED"], ids.Select(id => Json(twin.Status(id)).GetProperty("status").GetString()));
        twin.Clock.Advance(TimeSpan.FromSeconds(20));
        var waited = Json(twin.Status(ids[2])).GetProperty("metrics").GetProperty("queue_time").GetDecimal();
        Assert.InRange(waited, 20m, 20.4m);
    }

    [Fact]
    public void Stuck_HoldsItsWorkerAndReservationUntilExpiry()
    {
        var twin = new TwinUnderTest(new TwinOptions { Workers = 1, ServiceTime = TimeSpan.FromSeconds(10) });
        var stuck = twin.SubmitId("[[stuck_processing]]");
        var behind = twin.SubmitId("next");

        twin.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("PROCESSING", Json(twin.Status(stuck)).GetProperty("status").GetString());
        Assert.Equal("QUEUED", Json(twin.Status(behind)).GetProperty("status").GetString());
        Assert.Equal(750_000, Assert.Single(twin.Core.Ledger()).Reserved.Value);
        twin.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(404, StatusOf(twin.Status(stuck)));
        twin.Clock.Advance(TimeSpan.FromMinutes(1));
        var account = Assert.Single(twin.Core.Ledger());
        Assert.Equal((0L, 375_000L), (account.Reserved.Value, account.Charged.Value));
        Assert.Equal((1L, 1L), (account.Jobs.Stuck, account.Jobs.Completed));
    }

    [Fact]
    public void Pace_ShortensEverythingAndStaysTrue()
    {
        var twin = new TwinUnderTest(new TwinOptions { Pace = 60, ServiceTime = TimeSpan.FromSeconds(60), RequestsPerMinute = 1 });
        var id = twin.SubmitId();

        var refused = twin.Submit();
        twin.Clock.Advance(TimeSpan.FromSeconds(1.01));

        Assert.Equal("2026-10-01T12:00:01Z", Header(refused, "x-rate-limit-reset-at-utc"));
        Assert.Equal(1m, Json(twin.Status(id)).GetProperty("metrics").GetProperty("inference_time").GetDecimal());
        twin.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(404, StatusOf(twin.Status(id)));
    }

    [Fact]
    public void Sessions_ShareNothing()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId(session: "one");

        Assert.Equal(200, StatusOf(twin.Status(id, session: "one")));
        Assert.Equal(404, StatusOf(twin.Status(id, session: "two")));
        Assert.Equal(404, StatusOf(twin.Status(id)));
        Assert.StartsWith($"{Origin}/s/one/v2/requests/", Json(twin.Status(id, session: "one")).GetProperty("status_url").GetString(), StringComparison.Ordinal);
        twin.Core.ClockOf("two").Advance(TimeSpan.FromHours(2));
        Assert.Equal(200, StatusOf(twin.Status(id, session: "one")));
    }

    [Fact]
    public void Sessions_BeyondTheBound_AreRefusedWithAReason()
    {
        var twin = new TwinUnderTest(new TwinOptions { MaxSessions = 1 });
        twin.Submit(session: "one");

        Assert.Equal(501, StatusOf(twin.Submit(session: "two")));
        Assert.Equal(200, StatusOf(twin.Submit(session: "one")));
    }
}
