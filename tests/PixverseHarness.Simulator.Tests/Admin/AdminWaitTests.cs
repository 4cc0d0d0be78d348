using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

/// <summary>Waiting for a condition: at once, by time, by somebody's doing, in vain.</summary>
public sealed class AdminWaitTests
{
    private readonly AdminDesk _desk = new();

    [Fact]
    public void Job_OnAFrozenClock_IsAnsweredAtOnceWithHowFarToMove()
    {
        var id = _desk.Twin.SubmitId();

        var error = _desk.Refused(409, "GET", $"/wait?job={id}&state=COMPLETED");

        Assert.StartsWith("The clock stands still at 2026-10-01T12:00:00Z: waiting for job", error, StringComparison.Ordinal);
        var by = error.Split("\"by\":\"")[1].Split('"')[0];
        _desk.Ok("PUT", "/clock", $"{{\"action\":\"advance\",\"by\":\"{by}\"}}");
        Assert.Equal("COMPLETED", _desk.Ok("GET", $"/wait?job={id}&state=COMPLETED").GetProperty("job").GetProperty("state").GetString());
    }

    [Fact]
    public void Job_OnAFrozenClockThatMayBeMoved_MovesItToTheVeryInstant()
    {
        var id = _desk.Twin.SubmitId();
        var ends = _desk.Ok("GET", $"/jobs/{id}").GetProperty("endsAt").GetString();

        var answer = _desk.Ok("POST", "/wait", $"{{\"job\":\"{id}\",\"state\":\"COMPLETED\",\"frozen\":\"advance\"}}");

        Assert.True(answer.GetProperty("advanced").GetBoolean());
        Assert.Equal(ends, answer.GetProperty("now").GetString());
    }

    [Fact]
    public async Task Job_WaitingForSomebodyToMoveTheClock_IsAnsweredWhenItIsMoved()
    {
        var id = _desk.Twin.SubmitId();
        var waiting = Later(_desk.Send("GET", $"/wait?job={id}&state=COMPLETED&frozen=wait"));

        _desk.Ok("PUT", "/clock", "{\"action\":\"advance\",\"by\":\"1s\"}");
        Assert.False(waiting.IsCompleted);
        _desk.Ok("PUT", "/clock", "{\"action\":\"advance\",\"by\":\"5m\"}");

        Assert.Equal(200, StatusOf(await waiting));
    }

    [Fact]
    public async Task Job_OnARunningClock_IsAnsweredAtTheInstantItEnds()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId();
        var ends = Json(twin.Get($"/__admin/jobs/{id}")).GetProperty("endsAt").GetDateTimeOffset();
        var waiting = Later(twin.Get($"/__admin/wait?job={id}&state=COMPLETED&timeout=10m"));

        twin.Clock.Advance(ends - twin.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        twin.Clock.Advance(TimeSpan.FromMilliseconds(2));

        Assert.Equal(200, StatusOf(await waiting));
    }

    [Fact]
    public async Task Job_ThatIsOverridden_IsAnsweredThen()
    {
        var id = _desk.Twin.SubmitId();
        var waiting = Later(_desk.Send("GET", $"/wait?job={id}&state=COMPLETED&frozen=wait"));

        _desk.Ok("PUT", $"/jobs/{id}", "{\"state\":\"COMPLETED\"}");

        Assert.Equal(200, StatusOf(await waiting));
    }

    [Theory]
    [InlineData("[[content_blocked]]", "COMPLETED", "it is to end FAILED (content_blocked) at ")]
    [InlineData("a", "FAILED", "it is to end COMPLETED at ")]
    [InlineData("[[stuck_processing]]", "COMPLETED", "it is stuck in PROCESSING until its record expires at ")]
    public void Job_ThatNeverGetsThere_IsAnsweredAtOnce(string prompt, string state, string why)
    {
        var id = _desk.Twin.SubmitId(prompt);

        Assert.Contains($"is in vain: {why}", _desk.Refused(409, "GET", $"/wait?job={id}&state={state}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Job_PastTheState_CountsForQueuedAndProcessing()
    {
        var id = _desk.Twin.SubmitId();
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromMinutes(5));

        _desk.Ok("GET", $"/wait?job={id}&state=QUEUED");
        Assert.Equal("COMPLETED", _desk.Ok("GET", $"/wait?job={id}&state=PROCESSING").GetProperty("job").GetProperty("state").GetString());
        Assert.Contains("No live job has the id 'nobody'", _desk.Refused(404, "GET", "/wait?job=nobody&state=QUEUED"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_ThatComeLater_AreAnsweredWithTheLastOfThem()
    {
        var id = _desk.Twin.SubmitId();
        var waiting = Later(_desk.Send("POST", "/wait", $"{{\"requests\":2,\"operation\":\"status\",\"job\":\"{id}\"}}"));

        _desk.Twin.Status(id);
        _desk.Twin.Result(id);
        _desk.Twin.Status("nobody");
        Assert.False(waiting.IsCompleted);
        _desk.Twin.Status(id);

        Assert.Equal(2, Json(await waiting).GetProperty("requests").GetInt32());
        Assert.Equal(2, _desk.Ok("GET", $"/wait?requests=2&operation=status&job={id}").GetProperty("requests").GetInt32());
    }

    [Fact]
    public async Task Requests_ThatDoNotCome_AreGivenUpInRealTimeAlthoughTheClockStandsStill()
    {
        var waiting = Later(_desk.Send("GET", "/wait?requests=1&timeout=5s"));

        _desk.Twin.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(waiting.IsCompleted);
        _desk.Twin.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var answer = await waiting;
        Assert.Equal(408, StatusOf(answer));
        Assert.StartsWith("Waited 5 s for 1 request, of which there are 0, in vain.", Json(answer).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_OfACallerWhoLeaves_AreNotWaitedForAnyMore()
    {
        using var leaves = new CancellationTokenSource();
        var waiting = Later(_desk.Send("GET", "/wait?requests=1"), leaves.Token);

        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("/wait", "Nothing to wait for")]
    [InlineData("/wait?job=x", "Nothing to wait for")]
    [InlineData("/wait?requests=1&state=QUEUED", "'state' goes with a job, not with requests.")]
    [InlineData("/wait?requests=1&timeout=11m", "'timeout' must not be longer than 10m.")]
    [InlineData("/wait?requests=1&timeout=5", "'timeout' must be a duration with a unit")]
    [InlineData("/wait?job=x&state=DONE", "'DONE' is no value of 'state'.")]
    [InlineData("/wait?requests=1&frozen=yes", "'yes' is no value of 'frozen'. Allowed: answer, wait, advance.")]
    public void BadCondition_Is400WithHelp(string path, string expected) =>
        Assert.StartsWith(expected, _desk.Refused(400, "GET", path), StringComparison.Ordinal);

    private static Task<TwinAnswer> Later(TwinAnswer answer, CancellationToken cancellationToken = default) =>
        Assert.IsType<TwinStep.Later>(Assert.Single(answer.Steps)).AnswerAsync(cancellationToken);
}
