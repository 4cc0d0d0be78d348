using System.Text;
using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

/// <summary>Faults of a running twin, by HTTP.</summary>
public sealed class AdminFaultsTests
{
    private readonly TwinUnderTest _twin = new();

    [Fact]
    public void Faults_InjectedThenCleared_HoldForTheirSessionMeanwhile()
    {
        Assert.Equal(200, StatusOf(Send("POST", "{\"fault\":\"bad_gateway@submit\"}", "a")));

        Assert.Equal([502, 200], new[] { "a", "" }.Select(s => StatusOf(_twin.Submit(session: s))));
        Assert.Equal("{\"faults\":[{\"id\":\"bad_gateway@submit\",\"fault\":\"bad_gateway\",\"times\":1}]}", Text(Send("GET", "", "a")));
        Assert.Equal("{\"faults\":[]}", Text(Send("DELETE", "", "a")));
        Assert.Equal(200, StatusOf(_twin.Submit(session: "a")));
    }

    [Theory]
    [InlineData("{\"fault\":\"bad_getaway\"}", "'bad_getaway' is no fault.")]
    [InlineData("{\"fault\":\"bad_gateway@nowhere\"}", "'bad_gateway@nowhere' is no fault: 'bad_gateway' is one, but not with what stands behind it.")]
    [InlineData("{\"fault\":5}", "'fault' must be a text. Send {\"fault\"")]
    [InlineData("{}", "'fault' is missing. Send {\"fault\"")]
    [InlineData("[]", "The body is not a JSON object. Send {\"fault\"")]
    [InlineData("", "The body is empty. Send {\"fault\"")]
    public void Faults_WrongBody_Is400AndChangesNothing(string body, string expected)
    {
        var answer = Send("POST", body, "");

        Assert.Equal(400, StatusOf(answer));
        Assert.StartsWith(expected, Json(answer).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("{\"faults\":[]}", Text(Send("GET", "", "")));
    }

    [Fact]
    public void Faults_MisspeltName_IsAnsweredWithPathValueAndNearest()
    {
        var answer = Json(Send("POST", "{\"fault\":\"bad_getaway@status\"}", ""));

        Assert.Equal("$.fault", answer.GetProperty("path").GetString());
        Assert.Equal("bad_getaway@status", answer.GetProperty("value").GetString());
        Assert.Equal("bad_gateway", answer.GetProperty("nearest").GetString());
        Assert.Contains("lost_answer", answer.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
    }

    private TwinAnswer Send(string method, string body, string session) => _twin.Core.Handle(new TwinRequest
    {
        Method = method,
        Path = $"{(session.Length == 0 ? "" : "/s/" + session)}/__admin/faults",
        Origin = Origin,
        Body = Encoding.UTF8.GetBytes(body),
    });
}
