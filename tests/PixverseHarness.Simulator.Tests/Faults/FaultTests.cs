using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Faults;

/// <summary>What each fault does; one test each.</summary>
public sealed class FaultTests
{
    public static TheoryData<string> Causes => [.. ErrorCauses.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Cause_AsARule_IsMetByTheFirstCallThatItConcerns(string name)
    {
        var cause = ErrorCauses.Find(name)!;
        var twin = Twin(name);

        var answers = new List<TwinAnswer> { twin.Submit(), twin.Post("/v1/pixverse-text2video", Body()), twin.Get("/v1/get-user-credits") };
        if (answers[1].Steps[0] is TwinStep.Hold hold)
        {
            twin.Clock.Advance(TimeSpan.FromMinutes(10));
            answers[1] = hold.Resume();
        }

        if (StatusOf(answers[0]) == 200)
        {
            answers.Add(twin.Status(Json(answers[0]).GetProperty("request_id").GetString()!));
        }

        Assert.Contains(cause.Status, answers.Select(StatusOf));
        Assert.Contains(twin.Core.Journal(), e => e.Faults == "rule");
    }

    [Fact]
    public void ResetPeer_OnASubmit_ResetsAndCreatesNothing()
    {
        var twin = Twin("reset_peer");

        Assert.IsType<TwinStep.Reset>(Assert.Single(twin.Submit().Steps));
        Assert.Empty(twin.Core.Jobs());
    }

    [Fact]
    public void ClosePeer_OnASubmit_ClosesAndCreatesNothing()
    {
        var twin = Twin("close_peer");

        Assert.IsType<TwinStep.Close>(Assert.Single(twin.Submit().Steps));
        Assert.Empty(twin.Core.Jobs());
    }

    [Fact]
    public void ResetAfter_OnASubmit_ResetsAndTheJobIsBilled()
    {
        var twin = Twin("reset_after");

        Assert.IsType<TwinStep.Reset>(Assert.Single(twin.Submit().Steps));
        AssertOneJobIsBilled(twin);
    }

    [Fact]
    public void LostAnswer_OnASubmit_ClosesAndTheJobIsBilled()
    {
        var twin = Twin("lost_answer");

        Assert.IsType<TwinStep.Close>(Assert.Single(twin.Submit().Steps));
        AssertOneJobIsBilled(twin);
    }

    [Fact]
    public void LateAnswer_OnASubmit_CreatesTheJobAtOnceAndAnswersAMinuteLater()
    {
        var twin = Twin("late_answer");

        var answer = twin.Submit();

        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<TwinStep.Wait>(answer.Steps[0]).For);
        Assert.Equal(200, Assert.IsType<TwinStep.Send>(answer.Steps[1]).Response.Status);
        AssertOneJobIsBilled(twin);
    }

    [Fact]
    public void Timeout_WithoutADuration_NeverAnswersNorCreatesAnything()
    {
        var twin = Twin("timeout");

        Assert.IsType<TwinStep.Hang>(Assert.Single(twin.Submit().Steps));
        Assert.Empty(twin.Core.Jobs());
    }

    [Fact]
    public void Timeout_WithADuration_ClosesAfterIt()
    {
        var answer = Twin("timeout", new FaultSettings { Duration = TimeSpan.FromSeconds(9) }).Submit();

        Assert.Equal(TimeSpan.FromSeconds(9), Assert.IsType<TwinStep.Wait>(answer.Steps[0]).For);
        Assert.IsType<TwinStep.Close>(answer.Steps[1]);
    }

    [Fact]
    public void Latency_Fixed_WaitsSoLongAtThePace()
    {
        var answer = Twin("latency", new FaultSettings { Duration = TimeSpan.FromSeconds(6) }, pace: 4).Submit();

        Assert.Equal(TimeSpan.FromSeconds(1.5), Assert.IsType<TwinStep.Wait>(answer.Steps[0]).For);
    }

    [Fact]
    public void Latency_UpTo_IsUniformBetweenTheBounds()
    {
        var waits = Waits(new FaultSettings { Duration = TimeSpan.FromSeconds(1), UpTo = TimeSpan.FromSeconds(3) });

        Assert.InRange(waits[0], 1, 1.05);
        Assert.InRange(waits[waits.Length / 2], 1.9, 2.1);
        Assert.InRange(waits[^1], 2.95, 3);
    }

    [Fact]
    public void Latency_P95_IsLogNormalWithThisMedianAndTail()
    {
        var waits = Waits(new FaultSettings { Duration = TimeSpan.FromSeconds(1), P95 = TimeSpan.FromSeconds(4) });

        Assert.InRange(waits[waits.Length / 2], 0.85, 1.15);
        Assert.InRange(waits[waits.Length * 95 / 100], 3.2, 5);
    }

    [Fact]
    public void SlowFirstByte_OnAPoll_SendsTheBodyAtOnceButLate()
    {
        var send = PollOf("slow_first_byte");

        Assert.Equal((TimeSpan.FromSeconds(5), send.Response.Body.Length), (send.Pace!.First, send.Pace.PieceBytes));
    }

    [Fact]
    public void SlowBody_OnAPoll_DribblesTheWholeBody()
    {
        var send = PollOf("slow_body", new FaultSettings { Duration = TimeSpan.FromSeconds(1), Bytes = 7 });

        Assert.Equal(new BodyPace(TimeSpan.FromSeconds(1), 7, TimeSpan.FromSeconds(1)), send.Pace);
        Assert.Null(send.CutAfter);
    }

    [Fact]
    public void SlowBody_AndSlowFirstByteAndLimitData_Compose()
    {
        var rules = new[] { "slow_first_byte", "slow_body", "limit_data" }.Select(n => new FaultRule { Id = n, Fault = FaultCatalogue.Create(n)! });
        var twin = new TwinUnderTest(new TwinOptions { Faults = [.. rules] });

        var send = Assert.IsType<TwinStep.Send>(Assert.Single(twin.Submit().Steps));

        Assert.Equal(new BodyPace(TimeSpan.FromSeconds(5), 16, TimeSpan.FromMilliseconds(100)), send.Pace);
        Assert.Equal(send.Response.Body.Length / 2, send.SentBody.Length);
    }

    [Fact]
    public void LimitData_OnAPoll_AnnouncesAllAndSendsHalf()
    {
        var send = PollOf("limit_data");

        Assert.Equal(send.Response.Body.Length / 2, send.CutAfter);
    }

    [Fact]
    public void MalformedJson_OnAPoll_DoesNotParse()
    {
        var send = PollOf("malformed_json");

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(send.Response.Body));
    }

    [Fact]
    public void WrongResponseType_OnAPoll_LabelsJsonAsHtml()
    {
        var send = PollOf("wrong_response_type");

        Assert.Equal("text/html; charset=utf-8", send.Response.ContentType);
        Assert.Equal("QUEUED", JsonDocument.Parse(send.Response.Body).RootElement.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(null, "502 Bad Gateway")]
    [InlineData(503, "503 Service Unavailable")]
    [InlineData(504, "504 Gateway Timeout")]
    public void HtmlError_OnASubmit_IsAPageAndCreatesNothing(int? status, string title)
    {
        var twin = Twin("html_error", new FaultSettings { HttpStatus = status });

        var answer = Plain(twin.Submit());

        Assert.Equal((status ?? 502, "text/html"), (answer.Status, answer.ContentType));
        Assert.Contains($"<h1>{title}</h1>", Encoding.UTF8.GetString(answer.Body.Span), StringComparison.Ordinal);
        Assert.Empty(twin.Core.Jobs());
    }

    [Fact]
    public void SlowGeneration_OnASubmit_RunsFiveMinutesAtThePace()
    {
        var twin = Twin("slow_generation", pace: 10);
        twin.Submit();

        var job = Assert.Single(twin.Core.Jobs());
        Assert.Equal(TimeSpan.FromSeconds(30), job.EndsAt - job.StartsAt);
    }

    [Fact]
    public void StuckProcessing_UntilItsRecordExpires_IsProcessingAndThenReleased()
    {
        var twin = Twin("stuck_processing");
        var id = twin.SubmitId();
        twin.Clock.Advance(TimeSpan.FromMinutes(59));

        Assert.Equal("PROCESSING", StateOf(twin, id));
        twin.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(404, StatusOf(twin.Status(id)));
        Assert.Equal((0, 1), (twin.Core.Ledger()[0].Charged.Value, twin.Core.Ledger()[0].Jobs.Stuck));
    }

    [Fact]
    public void EarlyExpiry_WithoutADuration_IsGoneWhenItEndsAndBilled()
    {
        var twin = Twin("early_expiry");
        var id = twin.SubmitId();
        var ends = Assert.Single(twin.Core.Jobs()).EndsAt;

        twin.Clock.Advance(ends - twin.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
        Assert.Equal("PROCESSING", StateOf(twin, id));
        twin.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(404, StatusOf(twin.Status(id)));
        Assert.Equal(375_000, twin.Core.Ledger()[0].Charged.Value);
    }

    [Fact]
    public void EarlyExpiry_WithADuration_IsGoneSoLongAfterTheSubmitAndBilled()
    {
        var twin = Twin("early_expiry", new FaultSettings { Duration = TimeSpan.FromSeconds(10) }, pace: 5);
        var id = twin.SubmitId();

        twin.Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.Equal(200, StatusOf(twin.Status(id)));
        twin.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(404, StatusOf(twin.Status(id)));
        twin.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(375_000, twin.Core.Ledger()[0].Charged.Value);
    }

    [Fact]
    public void StateRegress_EverySecondPoll_ShowsTheStateBefore()
    {
        var twin = Twin("state_regress");
        var id = twin.SubmitId();
        twin.Clock.Advance(TimeSpan.FromSeconds(1));

        var running = Enumerable.Range(0, 4).Select(_ => StateOf(twin, id)).ToArray();
        twin.Clock.Advance(TimeSpan.FromMinutes(10));
        var ended = Enumerable.Range(0, 2).Select(_ => StateOf(twin, id)).ToArray();

        Assert.Equal(["PROCESSING", "QUEUED", "PROCESSING", "QUEUED"], running);
        Assert.Equal(["COMPLETED", "PROCESSING"], ended);
    }

    [Fact]
    public void UnknownState_WhileTheJobRuns_IsShownInsteadOfItsStates()
    {
        var twin = Twin("unknown_state", new FaultSettings { Text = "MODERATING" });
        var id = twin.SubmitId();

        Assert.Equal("MODERATING", StateOf(twin, id));
        twin.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("COMPLETED", StateOf(twin, id));
    }

    [Fact]
    public void DuplicateTerminal_OfACompletedJob_ReadsFailedAndIsBilled()
    {
        var twin = Twin("duplicate_terminal");
        var id = twin.SubmitId();
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = twin.Result(id);

        Assert.Equal("COMPLETED", StateOf(twin, id));
        Assert.Equal((422, "FAILED"), (StatusOf(result), Json(result).GetProperty("status").GetString()));
        Assert.False(Json(result).TryGetProperty("output", out _));
        Assert.Equal(375_000, twin.Core.Ledger()[0].Charged.Value);
    }

    [Fact]
    public void DuplicateTerminal_OfAFailedJob_ReadsCompletedWithoutOutput()
    {
        var twin = Twin("duplicate_terminal");
        var id = twin.SubmitId("[[generation_failed]]");
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = twin.Result(id);

        Assert.Equal("FAILED", StateOf(twin, id));
        Assert.Equal((200, "COMPLETED"), (StatusOf(result), Json(result).GetProperty("status").GetString()));
        Assert.False(Json(result).TryGetProperty("output", out _));
    }

    [Fact]
    public void MissingUrl_OfACompletedJob_LeavesNothingToDownload()
    {
        var twin = Twin("missing_url");
        var id = twin.SubmitId();
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        var text = Text(twin.Result(id));

        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.Contains("COMPLETED", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignUrl_OnEveryCall_NamesTheOtherOriginAndNeverTheTwins()
    {
        var twin = Twin("foreign_url", new FaultSettings { Text = "https://evil.invalid/" });
        var submitted = Json(twin.Submit(session: "s"));
        var id = submitted.GetProperty("request_id").GetString()!;
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        var texts = new[] { submitted.GetRawText(), Text(twin.Result(id, session: "s")) };

        Assert.Equal($"https://evil.invalid/v2/requests/{id}/status", submitted.GetProperty("status_url").GetString());
        Assert.All(texts, t => Assert.DoesNotContain(Origin, t, StringComparison.Ordinal));
        Assert.Equal(2, texts[1].Split("https://evil.invalid/generations/").Length - 1);
    }

    [Theory]
    [InlineData("latency", null)]
    [InlineData("bad_gateway", "5s")]
    [InlineData("lost_answer", "5s")]
    [InlineData("no_such_fault", null)]
    public void Create_UnknownNameOrWrongSettings_IsNull(string name, string? duration) =>
        Assert.Null(FaultCatalogue.Create(name, Simulator.Time.DurationText.Parse(duration ?? "")));

    [Fact]
    public void Names_OfKindsAndFaults_AgreeAndAreDistinct()
    {
        Assert.Equal(FaultCatalogue.Names.Length, FaultCatalogue.Names.Distinct().Count());
        Assert.All(FaultCatalogue.Kinds, k => Assert.Equal(k.Name, k.Create(new FaultSettings { Duration = TimeSpan.FromSeconds(1) }).Name));
        Assert.All(FaultCatalogue.Kinds, k => Assert.Equal(FaultSetting.None, k.Needs & ~k.Takes));
    }

    private static double[] Waits(FaultSettings settings)
    {
        var twin = Twin("latency", settings);
        return [.. Enumerable.Range(0, 1000).Select(i => ((TwinStep.Wait)twin.Submit($"p{i}").Steps[0]).For.TotalSeconds).Order()];
    }

    private static TwinStep.Send PollOf(string fault, FaultSettings? settings = null)
    {
        var twin = Twin(fault, settings, operation: ApiOperation.GetStatus);
        return Assert.IsType<TwinStep.Send>(Assert.Single(twin.Status(twin.SubmitId()).Steps));
    }

    private static string StateOf(TwinUnderTest twin, string id) => Json(twin.Status(id)).GetProperty("status").GetString()!;

    private static void AssertOneJobIsBilled(TwinUnderTest twin)
    {
        twin.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(JobState.Completed, Assert.Single(twin.Core.Jobs()).State);
        Assert.Equal(375_000, twin.Core.Ledger()[0].Charged.Value);
    }

    private static TwinUnderTest Twin(string fault, FaultSettings? settings = null, double pace = 1, ApiOperation? operation = null)
    {
        var rule = new FaultRule
        {
            Id = "rule",
            Fault = FaultCatalogue.Create(fault, settings ?? new FaultSettings())!,
            Operations = operation is { } only ? [only] : FaultCatalogue.ConcernsOf(fault),
        };
        return new TwinUnderTest(new TwinOptions { Faults = [rule], Pace = pace });
    }
}
