using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

/// <summary>Finding requests in the journal.</summary>
public sealed class AdminRequestsTests
{
    private readonly AdminDesk _desk = new();

    [Theory]
    [InlineData("{}", 6)]
    [InlineData("", 6)]
    [InlineData("{\"operation\":\"submit\"}", 2)]
    [InlineData("{\"method\":\"GET\"}", 4)]
    [InlineData("{\"method\":\"ANY\"}", 6)]
    [InlineData("{\"urlPath\":\"/v2/nothing\"}", 1)]
    [InlineData("{\"urlPathPattern\":\"/v2/requests/.*\"}", 3)]
    [InlineData("{\"urlPathPattern\":\"/v2/requests/\"}", 0)]
    [InlineData("{\"status\":404}", 1)]
    [InlineData("{\"cause\":\"method_not_allowed\"}", 2)]
    [InlineData("{\"key\":\"SG_0123456789abcdef\",\"status\":200}", 2)]
    [InlineData("{\"after\":4}", 2)]
    [InlineData("{\"operation\":\"status\",\"after\":2}", 1)]
    public void Count_AfterSixRequests_CountsThoseThatMeetAllConditions(string body, int expected)
    {
        SendSix();

        Assert.Equal(expected, _desk.Ok("POST", "/requests/count", body).GetProperty("count").GetInt32());
        Assert.Equal(expected, _desk.Ok("POST", "/requests/find", body).GetProperty("requests").GetArrayLength());
        Assert.Equal(expected, _desk.Ok("POST", "/requests/find", body).GetProperty("total").GetInt32());
    }

    [Fact]
    public void Count_ByJobAndFault_KnowsBoth()
    {
        _desk.Ok("POST", "/faults", "{\"fault\":\"bad_gateway@status*1\"}");
        var id = SendSix();

        Assert.Equal(2, Count($"{{\"job\":\"{id}\"}}"));
        Assert.Equal(2, Count("{\"fault\":\"bad_gateway@status*1\"}"));

        int Count(string body) => _desk.Ok("POST", "/requests/count", body).GetProperty("count").GetInt32();
    }

    [Theory]
    [InlineData("{\"operation\":\"poll\"}", "'poll' is no value of 'operation'. Allowed: generate-sync, submit, status")]
    [InlineData("{\"urlPathPattern\":\"(\"}", "'urlPathPattern' is no regular expression that can be used")]
    [InlineData("{\"urlPathPattern\":\"(?=x)\"}", "'urlPathPattern' is no regular expression that can be used")]
    [InlineData("{\"urlPathPatern\":\"x\"}", "'urlPathPatern' is no member of this body. Did you mean 'urlPathPattern'?")]
    [InlineData("{\"status\":\"404\"}", "'status' must be a whole number from 0 to 599.")]
    [InlineData("{", "The body is not JSON: line 1, byte 2.")]
    public void Find_BadBody_Is400(string body, string expected) =>
        Assert.StartsWith(expected, _desk.Refused(400, "POST", "/requests/find", body), StringComparison.Ordinal);

    [Fact]
    public void Unmatched_AfterSixRequests_NamesTheNearestAndWhy()
    {
        SendSix();

        var unmatched = _desk.Ok("GET", "/requests/unmatched").GetProperty("requests").EnumerateArray().ToArray();

        Assert.Equal(["/v2/nothing", "/v2/requests/x/y/z", "/v2/pixverse-text2video"], unmatched.Select(r => r.GetProperty("path").GetString()));
        Assert.Equal("The path exists with POST, not with DELETE.", unmatched[2].GetProperty("nearMiss").GetProperty("why").GetString());
        Assert.Equal("/v2/nothing", _desk.Ok("GET", "/requests/unmatched?limit=1").GetProperty("requests")[0].GetProperty("path").GetString());
        Assert.Equal(3, _desk.Ok("GET", "/requests/unmatched/near-misses").GetProperty("nearMisses").GetArrayLength());
        Assert.Equal(Text(_desk.Send("GET", "/near-misses")), Text(_desk.Send("GET", "/requests/unmatched/near-misses")));
    }

    [Theory]
    [InlineData("GET", "/v2/requests/x/status", "status", "Nothing: this is the operation itself.")]
    [InlineData("POST", "/v2/requests/x/status", "status", "The path exists with GET, not with POST.")]
    [InlineData("GET", "/v2/requests/x/status/", "status", "The path ends in a slash too many.")]
    [InlineData("POST", "/v2/Pixverse-Text2Video", "submit", "The path differs in upper and lower case only.")]
    [InlineData("POST", "/v1/v2/pixverse-text2video", "submit", "The base URL of the client ends in /v1, and the client adds the version too: leave /v1 out of the base URL.")]
    [InlineData("GET", "/v1/v1/requests/x", "v1-result", "The base URL of the client ends in /v1, and the client adds the version too: leave /v1 out of the base URL.")]
    [InlineData("GET", "/v2/request/x/status", "status", "The path differs from /v2/requests/{id}/status in 1 letter.")]
    [InlineData("POST", "/v2/pixverse-text-to-video", "submit", "The path differs from /v2/pixverse-text2video in 4 letters.")]
    public void NearMisses_OfAPath_NameTheOperationMeant(string method, string url, string operation, string why)
    {
        var nearest = _desk.Ok("POST", "/near-misses/request", $"{{\"method\":\"{method}\",\"url\":\"{url}?x=1\"}}").GetProperty("nearMisses")[0];

        Assert.Equal(operation, nearest.GetProperty("operation").GetString());
        Assert.Equal(why, nearest.GetProperty("why").GetString());
    }

    [Fact]
    public void Get_ByNumber_TellsWhatWasDroppedFromWhatNeverWas()
    {
        var desk = new AdminDesk(new TwinOptions { JournalCapacity = 2 });
        for (var i = 0; i < 3; i++)
        {
            desk.Twin.Status("nobody");
        }

        Assert.Equal(3, desk.Ok("GET", "/requests/3").GetProperty("number").GetInt32());
        Assert.Equal("Request 1 has been dropped: the journal keeps the latest 2. Give the twin a larger journal.", desk.Refused(410, "GET", "/requests/1"));
        Assert.Contains("numbered from 1 to 3", desk.Refused(404, "GET", "/requests/4"), StringComparison.Ordinal);
        Assert.Equal(1, desk.Ok("POST", "/requests/count").GetProperty("dropped").GetInt32());
    }

    [Fact]
    public void Delete_AfterRequests_ForgetsThem()
    {
        SendSix();

        Assert.Equal(6, _desk.Ok("DELETE", "/requests").GetProperty("dropped").GetInt32());
        Assert.Equal(0, _desk.Ok("GET", "/requests").GetProperty("total").GetInt32());
    }

    private string SendSix()
    {
        var id = _desk.Twin.SubmitId();
        _desk.Twin.Status(id);
        _desk.Twin.Status("nobody");
        _desk.Twin.Core.Handle(new Protocol.TwinRequest { Method = "DELETE", Path = "/v2/pixverse-text2video", Origin = Origin, ApiKey = Key });
        _desk.Twin.Get("/v2/requests/x/y/z");
        _desk.Twin.Get("/v2/nothing");
        return id;
    }
}
