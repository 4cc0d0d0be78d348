using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

/// <summary>Sessions, settings, limits, and what ends or begins anew.</summary>
public sealed class AdminSessionsTests
{
    private readonly AdminDesk _desk = new(new TwinOptions { MaxSessions = 2 });

    [Fact]
    public void Post_ANewSession_HasItsSettingsAndIsListed()
    {
        var created = _desk.Ok("POST", "/sessions", "{\"name\":\"a\",\"credits\":0.5,\"requestsPerMinute\":1}");

        Assert.Equal("http://twin.test/s/a", created.GetProperty("baseUrl").GetString());
        Assert.Equal(0.5m, _desk.Ok("GET", "/settings", session: "a").GetProperty("credits").GetDecimal());
        Assert.Equal(["", "a"], _desk.Ok("GET", "/sessions").GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("name").GetString()));
        Assert.Equal([200, 429], new[] { StatusOf(_desk.Twin.Submit(session: "a")), StatusOf(_desk.Twin.Submit(session: "a")) });
        Assert.Contains("There is a session 'a'", _desk.Refused(409, "POST", "/sessions", "{\"name\":\"a\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Post_OneTooMany_Is501AndTheBoundIsVisible()
    {
        _desk.Ok("POST", "/sessions", "{\"name\":\"a\"}");
        _desk.Twin.Submit(session: "b");

        Assert.Contains("no more than 2 sessions", _desk.Refused(501, "POST", "/sessions", "{\"name\":\"c\"}"), StringComparison.Ordinal);
        Assert.Equal(501, StatusOf(_desk.Twin.Submit(session: "c")));
        var bound = _desk.Ok("GET", "/settings").GetProperty("bounds").GetProperty("sessions");
        Assert.Equal((2, 2, 2), (bound.GetProperty("limit").GetInt32(), bound.GetProperty("used").GetInt32(), bound.GetProperty("dropped").GetInt32()));
    }

    [Fact]
    public void Delete_ASession_ForgetsItAndMakesRoom()
    {
        var id = _desk.Twin.SubmitId(session: "a");
        _desk.Twin.Submit(session: "b");

        Assert.Equal(1, _desk.Ok("DELETE", "/sessions/a").GetProperty("dropped").GetInt32());
        Assert.Contains("There is no session 'a'", _desk.Refused(404, "DELETE", "/sessions/a"), StringComparison.Ordinal);
        Assert.Equal(404, StatusOf(_desk.Twin.Status(id, session: "a")));
        Assert.Equal(2, _desk.Ok("DELETE", "/sessions").GetProperty("dropped").GetInt32());
        Assert.Equal(1, _desk.Ok("GET", "/sessions").GetProperty("sessions").GetArrayLength());
    }

    [Theory]
    [InlineData("{\"name\":\"a/b\"}", "'a/b' cannot be the name of a session.")]
    [InlineData("{}", "'name' is missing.")]
    [InlineData("{\"name\":\"a\",\"keys\":[\"SG_5ec4e70000000001\",5]}", "'keys' must be a list of texts that are not empty.")]
    [InlineData("{\"name\":\"a\",\"plan\":\"flexibel\"}", "'flexibel' is no value of 'plan'. Did you mean 'flexible'?")]
    [InlineData("{\"name\":\"a\",\"jobTime\":\"2d\"}", "'jobTime' must not be longer than a day.")]
    public void Post_BadBody_Is400AndCreatesNothing(string body, string expected)
    {
        var error = _desk.Refused(400, "POST", "/sessions", body);

        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("SG_5", error, StringComparison.Ordinal);
        Assert.Equal(1, _desk.Ok("GET", "/sessions").GetProperty("sessions").GetArrayLength());
    }

    [Fact]
    public void Limits_Put_HoldForAccountsThatAreOpenAlready()
    {
        _desk.Twin.Submit();

        var limits = _desk.Ok("PUT", "/limits", "{\"requestsPerMinute\":2}");

        Assert.Equal(1, limits.GetProperty("keys")[0].GetProperty("used").GetInt32());
        Assert.Equal([200, 429], new[] { StatusOf(_desk.Twin.Submit()), StatusOf(_desk.Twin.Submit()) });
        Assert.Equal(2, _desk.Ok("GET", "/settings").GetProperty("requestsPerMinute").GetInt32());
        _desk.Ok("PUT", "/limits", "{\"plan\":\"unlimited\"}");
        Assert.Equal(200, StatusOf(_desk.Twin.Submit()));
        Assert.Contains("names no limit", _desk.Refused(400, "PUT", "/limits", "{}"), StringComparison.Ordinal);
        Assert.Contains("whole number from 1", _desk.Refused(400, "PUT", "/limits", "{\"requestsPerMinute\":0}"), StringComparison.Ordinal);
    }

    [Fact]
    public void HeldCalls_OneTooMany_Is501WithoutAJobAndARoomIsGivenBack()
    {
        var desk = new AdminDesk(new TwinOptions { MaxHeldCalls = 1 });
        var first = desk.Twin.Post("/v1/pixverse-text2video", Body("a"));

        Assert.Equal(501, StatusOf(desk.Twin.Post("/v1/pixverse-text2video", Body("b"))));
        Assert.Single(desk.Twin.Core.Jobs());
        var bound = desk.Ok("GET", "/settings").GetProperty("bounds").GetProperty("heldCalls");
        Assert.Equal((1, 1, 1), (bound.GetProperty("limit").GetInt32(), bound.GetProperty("used").GetInt32(), bound.GetProperty("dropped").GetInt32()));
        Assert.IsType<Protocol.TwinStep.Hold>(first.Steps[^1]).Abandon();
        Assert.IsType<Protocol.TwinStep.Hold>(desk.Twin.Post("/v1/pixverse-text2video", Body("c")).Steps[^1]);
    }

    [Fact]
    public void Shutdown_OfATwinWithinAProgram_Is501UntilSomebodyListens()
    {
        var asked = 0;

        Assert.Contains("part of another program", _desk.Refused(501, "POST", "/shutdown"), StringComparison.Ordinal);
        _desk.Twin.Core.ShutdownRequested += () => asked++;
        _desk.Ok("POST", "/shutdown");

        Assert.Equal(1, asked);
        Assert.Contains("A session cannot end the twin", _desk.Refused(409, "POST", "/shutdown", session: "a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/health", 405, "'/__admin/health' does not take PUT. Allowed: GET.")]
    [InlineData("GET", "/mappings", 501, "Stub mappings are not modelled")]
    [InlineData("GET", "/scenarios/x", 501, "Scenario states are not modelled")]
    [InlineData("PUT", "/settings", 409, "The default session keeps the settings")]
    [InlineData("GET", "/jobs?limit=0", 400, "'limit' must be a whole number from 1 to 10000.")]
    [InlineData("GET", "/jobs?limit=x", 400, "'limit' must be a whole number from 1 to 10000.")]
    [InlineData("GET", "/jobs?limits=1", 400, "'limits' is no name of this query. Did you mean 'limit'?")]
    public void Calls_ThatCannotBeMet_SayWhy(string method, string path, int status, string expected) =>
        Assert.StartsWith(expected, _desk.Refused(status, method, path), StringComparison.Ordinal);

    [Fact]
    public void Scale_OfAClock_IsRefusedAsNotModelled() =>
        Assert.Contains("lie to them", _desk.Refused(501, "PUT", "/clock", "{\"action\":\"scale\"}"), StringComparison.Ordinal);

    [Fact]
    public void Index_ListsEveryRoute()
    {
        var routes = _desk.Ok("GET", "").GetProperty("routes").EnumerateArray().Select(r => $"{r.GetProperty("method")} {r.GetProperty("path")}").ToArray();

        Assert.Contains("GET /wait", routes);
        Assert.Equal(routes.Length, routes.Distinct(StringComparer.Ordinal).Count());
    }
}
