using System.Text.Json;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

/// <summary>Overrides of single jobs.</summary>
public sealed class AdminJobsTests
{
    private readonly AdminDesk _desk = new(new TwinOptions { Workers = 1, ServiceTime = TimeSpan.FromSeconds(40) });

    [Theory]
    [InlineData("{\"state\":\"COMPLETED\"}", "COMPLETED", 200)]
    [InlineData("{\"state\":\"FAILED\"}", "FAILED", 422)]
    [InlineData("{\"state\":\"FAILED\",\"failure\":\"content_blocked\",\"message\":\"no\"}", "FAILED", 422)]
    [InlineData("{\"state\":\"PROCESSING\"}", "PROCESSING", 200)]
    public void Put_State_HoldsAtOnceAndMovesNoOtherJob(string body, string state, int status)
    {
        var first = _desk.Twin.SubmitId("a");
        var second = _desk.Twin.SubmitId("b");
        var third = _desk.Twin.SubmitId("c");
        var before = (Times(first), Times(third));

        var job = _desk.Ok("PUT", $"/jobs/{second}", body);

        Assert.Equal(state, job.GetProperty("state").GetString());
        Assert.Equal(status, StatusOf(_desk.Twin.Status(second)));
        Assert.Equal(before, (Times(first), Times(third)));
    }

    [Fact]
    public void Put_FailedWithMessage_TellsThemOnStatusAndResult()
    {
        var id = _desk.Twin.SubmitId();

        _desk.Ok("PUT", $"/jobs/{id}", "{\"state\":\"FAILED\",\"failure\":\"content_blocked\",\"message\":\"no foxes\"}");

        Assert.Equal("no foxes", Json(_desk.Twin.Status(id)).GetProperty("error").GetString());
        Assert.Equal("no foxes", Json(_desk.Twin.Result(id)).GetProperty("error").GetString());
        Assert.Equal("content_blocked", _desk.Ok("GET", $"/jobs/{id}").GetProperty("failure").GetString());
    }

    [Fact]
    public void Put_RunTime_EndsThenAndChargesThen()
    {
        var id = _desk.Twin.SubmitId();

        var job = _desk.Ok("PUT", $"/jobs/{id}", "{\"queueTime\":\"2s\",\"runTime\":\"90s\"}");
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromSeconds(91.9));
        var running = _desk.StateOf(id);
        var reserved = Assert.Single(_desk.Twin.Core.Ledger()).Reserved;
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(TimeSpan.FromSeconds(90), Instant(job, "endsAt") - Instant(job, "startsAt"));
        Assert.Equal("PROCESSING", running);
        Assert.True(reserved.Value > 0);
        Assert.Equal("COMPLETED", _desk.StateOf(id));
        Assert.Equal(92m, Json(_desk.Twin.Status(id)).GetProperty("metrics").GetProperty("total_time").GetDecimal());
        Assert.Equal(1, Assert.Single(_desk.Twin.Core.Ledger()).Jobs.Completed);
    }

    [Fact]
    public void Put_Stuck_StaysProcessingUntilTheRecordExpires()
    {
        var id = _desk.Twin.SubmitId();

        _desk.Ok("PUT", $"/jobs/{id}", "{\"stuck\":true,\"expiresIn\":\"10m\"}");
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromMinutes(9.9));
        var late = _desk.StateOf(id);
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromMinutes(0.1));

        Assert.Equal("PROCESSING", late);
        Assert.Equal(404, StatusOf(_desk.Twin.Status(id)));
        Assert.Equal((1, 0), (Assert.Single(_desk.Twin.Core.Ledger()).Jobs.Stuck, (int)Assert.Single(_desk.Twin.Core.Ledger()).Reserved.Value));
    }

    [Fact]
    public void Put_FailureNone_MendsAJobThatWasToFail()
    {
        var id = _desk.Twin.SubmitId("[[content_blocked]]");

        _desk.Ok("PUT", $"/jobs/{id}", "{\"failure\":\"none\"}");
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("COMPLETED", _desk.StateOf(id));
    }

    [Fact]
    public void Put_ExpiresIn_LosesTheRecordOfAJobThatHasEnded()
    {
        var id = _desk.Twin.SubmitId();
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromMinutes(5));

        _desk.Ok("PUT", $"/jobs/{id}", "{\"expiresIn\":\"1s\"}");
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(404, StatusOf(_desk.Twin.Status(id)));
    }

    [Fact]
    public void Put_AJobThatHasEnded_Is409AndChangesNothing()
    {
        var id = _desk.Twin.SubmitId();
        _desk.Twin.Core.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = Text(_desk.Twin.Status(id));

        Assert.Contains("has ended", _desk.Refused(409, "PUT", $"/jobs/{id}", "{\"state\":\"FAILED\"}"), StringComparison.Ordinal);
        Assert.Equal(before, Text(_desk.Twin.Status(id)));
    }

    [Fact]
    public void Put_ABlockingCall_Is501WithAReason()
    {
        _desk.Twin.Post("/v1/pixverse-text2video", Body());
        var id = Assert.Single(_desk.Twin.Core.Jobs()).Id;

        Assert.Equal("A blocking v1 call has been given its end already: only jobs of v2 can be overridden", Header(_desk.Send("PUT", $"/jobs/{id}", "{\"state\":\"FAILED\"}"), "x-twin-unsupported"));
    }

    [Theory]
    [InlineData("{}", "The body decides nothing.")]
    [InlineData("{\"state\":\"QUEUED\"}", "'QUEUED' is no value of 'state'. Allowed: PROCESSING, COMPLETED, FAILED.")]
    [InlineData("{\"state\":\"COMPLETD\"}", "'COMPLETD' is no value of 'state'. Did you mean 'COMPLETED'?")]
    [InlineData("{\"failure\":\"bad_gateway\"}", "'bad_gateway' is no value of 'failure'. Allowed: none, ")]
    [InlineData("{\"runTime\":90}", "'runTime' must be a duration with a unit, such as 300ms, 90s, 5m or 1h30m.")]
    [InlineData("{\"state\":\"COMPLETED\",\"failure\":\"content_blocked\"}", "A job that is COMPLETED has no failure.")]
    [InlineData("{\"state\":\"FAILED\",\"failure\":\"none\"}", "A job that is FAILED has a failure.")]
    [InlineData("{\"state\":\"FAILED\",\"runTime\":\"1s\"}", "A job that ends now has no time left to run.")]
    [InlineData("{\"stuck\":true,\"runTime\":\"1s\"}", "A job that is stuck has no run time.")]
    [InlineData("{\"message\":\"x\"}", "A message needs a failure.")]
    [InlineData("{\"runtime\":\"1s\"}", "'runtime' is no member of this body. Did you mean 'runTime'?")]
    public void Put_BadBody_Is400(string body, string expected)
    {
        var id = _desk.Twin.SubmitId();
        var before = Times(id);

        Assert.StartsWith(expected, _desk.Refused(400, "PUT", $"/jobs/{id}", body), StringComparison.Ordinal);
        Assert.Equal(before, Times(id));
    }

    [Fact]
    public void Get_ByStateAndKey_ShowsThose()
    {
        var mine = _desk.Twin.SubmitId("a");
        _desk.Twin.SubmitId("b");
        _desk.Twin.SubmitId("c", key: "SG_0000000000000002");
        _desk.Ok("PUT", $"/jobs/{mine}", "{\"state\":\"COMPLETED\"}");

        var shown = _desk.Ok("GET", $"/jobs/{mine}").GetProperty("key").GetString();

        Assert.Equal(mine, Assert.Single(_desk.Ok("GET", "/jobs?state=COMPLETED").GetProperty("jobs").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(2, _desk.Ok("GET", $"/jobs?key={shown}").GetProperty("total").GetInt32());
        Assert.Equal(1, _desk.Ok("GET", "/jobs?state=QUEUED&key=SG_0000000000000002").GetProperty("total").GetInt32());
        Assert.Contains("Did you mean 'QUEUED'?", _desk.Refused(400, "GET", "/jobs?state=QUEUE"), StringComparison.Ordinal);
    }

    private (DateTimeOffset, DateTimeOffset, DateTimeOffset) Times(string id)
    {
        var job = _desk.Ok("GET", $"/jobs/{id}");
        return (Instant(job, "startsAt"), Instant(job, "endsAt"), Instant(job, "expiresAt"));
    }

    private static DateTimeOffset Instant(JsonElement job, string member) => job.GetProperty(member).GetDateTimeOffset();
}
