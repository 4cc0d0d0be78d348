using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Admin;

public sealed class AdminGuardTests
{
    private const string Token = "t0ken";
    private static readonly AdminCaller Local = new(IsLocal: true, Origin: null, Authorization: null);
    private static readonly AdminCaller Remote = Local with { IsLocal = false };

    [Theory]
    [InlineData("http://127.0.0.1:8787", 200)]
    [InlineData("http://localhost:8787", 200)]
    [InlineData("http://twin.localhost", 200)]
    [InlineData("http://[::1]:8787", 200)]
    [InlineData("http://192.168.1.5:8787", 200)]
    [InlineData("http://rebound.example:8787", 403)]
    [InlineData("http://127.0.0.1.rebound.example", 403)]
    [InlineData("http://localhost.example", 403)]
    [InlineData("http://", 403)]
    public void Host_OfALocalCaller_MustBeAnAddressOrLocalhost(string origin, int expected) =>
        Assert.Equal(expected, StatusOf(new AdminDesk().Send("GET", "/health", caller: Local, origin: origin)));

    [Theory]
    [InlineData("http://127.0.0.1:8787", 200)]
    [InlineData("http://127.0.0.1:3000", 403)]
    [InlineData("http://evil.example", 403)]
    [InlineData("null", 403)]
    public void Origin_OfALocalCaller_MustBeTheTwinsOwn(string page, int expected) =>
        Assert.Equal(expected, StatusOf(new AdminDesk().Send("POST", "/reset", caller: Local with { Origin = page }, origin: "http://127.0.0.1:8787")));

    [Fact]
    public void RemoteCaller_WithoutAToken_IsRefusedWithTheNextStep()
    {
        var answer = new AdminDesk().Send("GET", "/health", caller: Remote, origin: "http://10.0.0.5:8787");

        Assert.Equal(403, StatusOf(answer));
        Assert.Contains("without an admin token", Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer wrong", 401)]
    [InlineData("Basic t0ken", 401)]
    [InlineData("Bearer t0ken", 200)]
    [InlineData("bearer t0ken", 200)]
    public void Token_WhenThereIsOne_IsNeededByEverybodyAndEnough(string? authorization, int expected)
    {
        var desk = new AdminDesk(new TwinOptions { AdminToken = Token });

        foreach (var caller in new[] { Local, Remote })
        {
            var answer = desk.Send("GET", "/settings", caller: caller with { Authorization = authorization, Origin = "http://evil.example" }, origin: "http://twin.example");

            Assert.Equal(expected, StatusOf(answer));
            Assert.DoesNotContain(Token, Text(answer), StringComparison.Ordinal);
            Assert.Equal(expected == 401 ? "Bearer" : null, Header(answer, "www-authenticate"));
        }
    }

    [Theory]
    [InlineData("/__admin/health", true)]
    [InlineData("/s/a/__admin/health", true)]
    [InlineData("/v2/requests/x/status", false)]
    public void Concerns_AnyPath_IsTrueForAllThatLeadToTheAdminApi(string path, bool expected)
    {
        Assert.Equal(expected, AdminCaller.Concerns(path));
        Assert.Equal(expected, Route.Parse(path).Kind == RouteKind.Admin);
    }
}
