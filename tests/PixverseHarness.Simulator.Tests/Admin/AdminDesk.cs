using System.Text;
using System.Text.Json;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Tests.Admin;

/// <summary>Short ways to call the admin API of a twin whose clock stands still.</summary>
internal sealed class AdminDesk(TwinOptions? options = null)
{
    public TwinUnderTest Twin { get; } = new((options ?? new TwinOptions()) with { ManualClock = true });

    /// <summary>Sends a call and gives the answer as it is.</summary>
    public TwinAnswer Send(string method, string path, string body = "", string session = "", AdminCaller? caller = null, string origin = TwinUnderTest.Origin) => Twin.Core.Handle(new TwinRequest
    {
        Method = method,
        Path = $"{(session.Length == 0 ? "" : "/s/" + session)}/__admin{path.Split('?')[0]}",
        Query = path.Contains('?', StringComparison.Ordinal) ? path.Split('?')[1] : "",
        Origin = origin,
        Caller = caller,
        Body = Encoding.UTF8.GetBytes(body),
    });

    /// <summary>Sends a call that succeeds.</summary>
    public JsonElement Ok(string method, string path, string body = "", string session = "")
    {
        var answer = Send(method, path, body, session);
        Assert.True(TwinUnderTest.StatusOf(answer) == 200, TwinUnderTest.Text(answer));
        return TwinUnderTest.Json(answer);
    }

    /// <summary>Sends a call that is refused with a status, and gives the reason.</summary>
    public string Refused(int status, string method, string path, string body = "", string session = "")
    {
        var answer = Send(method, path, body, session);
        Assert.Equal(status, TwinUnderTest.StatusOf(answer));
        return TwinUnderTest.Json(answer).GetProperty("error").GetString()!;
    }

    /// <summary>The state of a job, as the API answers it.</summary>
    public string? StateOf(string id) => TwinUnderTest.Json(Twin.Status(id)).GetProperty("status").GetString();
}
