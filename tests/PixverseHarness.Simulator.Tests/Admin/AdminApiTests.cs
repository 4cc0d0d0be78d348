using System.Text;
using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

public sealed class AdminApiTests
{
    private readonly TwinUnderTest _twin = new(new TwinOptions { ManualClock = true });

    [Fact]
    public void Health_Always_IsOk() => Assert.Equal("ok", Json(_twin.Get("/__admin/health")).GetProperty("status").GetString());

    [Fact]
    public void Settings_Default_NameTheSwitches()
    {
        var settings = Json(_twin.Get("/__admin/settings"));

        Assert.Equal("documented", settings.GetProperty("profile").GetString());
        Assert.Equal("406", settings.GetProperty("switches").GetProperty("credits").GetString());
        Assert.Equal(3600, settings.GetProperty("retentionSeconds").GetInt32());
    }

    [Fact]
    public void Clock_NextEvent_StepsThroughTheLifeOfAJob()
    {
        var id = _twin.SubmitId();
        var states = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(200, StatusOf(Put("{\"action\":\"next-event\"}")));
            states.Add(Json(_twin.Status(id)).GetProperty("status").GetString());
        }

        Put("{\"action\":\"next-event\"}");

        Assert.Equal(["PROCESSING", "COMPLETED"], states);
        Assert.Equal(404, StatusOf(_twin.Status(id)));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, Json(_twin.Get("/__admin/clock")).GetProperty("nextEvent").ValueKind);
    }

    [Fact]
    public void Clock_Advance_MovesByTheDuration()
    {
        var before = _twin.Core.Clock.NowTicks;

        var answer = Json(Put("{\"action\":\"advance\",\"by\":\"1h30m\"}"));

        Assert.Equal(TimeSpan.FromMinutes(90).Ticks, _twin.Core.Clock.NowTicks - before);
        Assert.Equal("2026-10-01T13:30:00Z", answer.GetProperty("now").GetString());
        Assert.True(answer.GetProperty("frozen").GetBoolean());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"action\":\"fly\"}")]
    [InlineData("{\"action\":\"advance\",\"by\":\"90\"}")]
    [InlineData("{\"action\":\"advance\"}")]
    [InlineData("{\"action\":\"freeze\",\"action\":\"resume\"}")]
    public void Clock_BadBody_IsRefusedWithHelpAndMovesNothing(string body)
    {
        var before = _twin.Core.Clock.NowTicks;

        var answer = Put(body);

        Assert.Equal(400, StatusOf(answer));
        Assert.Contains("freeze|resume|advance|next-event", Json(answer).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, _twin.Core.Clock.NowTicks);
    }

    [Fact]
    public void Requests_AfterCalls_AreNewestFirstPagedAndRedacted()
    {
        var id = _twin.SubmitId();
        _twin.Status(id);
        _twin.Status("nobody");

        var page = Json(_twin.Get("/__admin/requests?limit=2"));
        var older = Json(_twin.Get("/__admin/requests?limit=2&offset=2"));

        Assert.Equal(3, page.GetProperty("total").GetInt64());
        Assert.Equal([3L, 2L], page.GetProperty("requests").EnumerateArray().Select(r => r.GetProperty("number").GetInt64()));
        Assert.Equal(1, Assert.Single(older.GetProperty("requests").EnumerateArray()).GetProperty("number").GetInt64());
        Assert.DoesNotContain(Key, Text(_twin.Get("/__admin/requests")), StringComparison.Ordinal);
        Assert.Equal(400, StatusOf(_twin.Get("/__admin/requests?limit=0")));
    }

    [Fact]
    public void Jobs_ByIdAndList_TellTheirWholeFate()
    {
        var id = _twin.SubmitId("[[content_blocked]]");

        var one = Json(_twin.Get($"/__admin/jobs/{id}"));
        var all = Json(_twin.Get("/__admin/jobs"));

        Assert.Equal("content_blocked", one.GetProperty("failure").GetString());
        Assert.Equal("QUEUED", one.GetProperty("state").GetString());
        Assert.Equal(id, Assert.Single(all.GetProperty("jobs").EnumerateArray()).GetProperty("id").GetString());
        Assert.DoesNotContain(Key, Text(_twin.Get("/__admin/jobs")), StringComparison.Ordinal);
        Assert.Equal(404, StatusOf(_twin.Get("/__admin/jobs/nobody")));
    }

    [Fact]
    public void Ledger_AfterAJob_Balances()
    {
        _twin.Submit();
        _twin.Core.Clock.Advance(TimeSpan.FromMinutes(5));

        var account = Assert.Single(Json(_twin.Get("/__admin/ledger")).GetProperty("accounts").EnumerateArray());

        Assert.Equal(0.375m, account.GetProperty("charged").GetDecimal());
        Assert.Equal(1, account.GetProperty("jobs").GetProperty("completed").GetInt32());
        Assert.NotEqual(Key, account.GetProperty("key").GetString());
    }

    [Fact]
    public void Reset_AfterCalls_ForgetsThem()
    {
        var id = _twin.SubmitId();

        Assert.Equal(200, StatusOf(_twin.Post("/__admin/reset", "")));

        Assert.Equal(404, StatusOf(_twin.Status(id)));
        Assert.Equal(1, Json(_twin.Get("/__admin/requests")).GetProperty("total").GetInt64());
    }

    [Fact]
    public void Unknown_Path_NamesWhatThereIs()
    {
        var answer = _twin.Get("/__admin/helth");

        Assert.Equal(404, StatusOf(answer));
        Assert.Equal("/health", Json(answer).GetProperty("nearest").GetString());
        Assert.Contains("GET health", Json(answer).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private TwinAnswer Put(string body) => _twin.Core.Handle(new TwinRequest { Method = "PUT", Path = "/__admin/clock", Origin = Origin, Body = Encoding.UTF8.GetBytes(body) });
}
