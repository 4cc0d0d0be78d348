using System.Net;
using System.Text;
using PixverseHarness.Simulator;
using PixverseHarness.TestKit;
using PixverseHarness.WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace PixverseHarness.IntegrationTests.Hosts;

public sealed class WireMockServerExtensionsTests
{
    [Fact]
    public async Task AddPixverse_OnSomebodysServer_StandsBesideItsOtherStubs()
    {
        using var server = WireMockServer.Start();
        server.Given(Request.Create().WithPath("/other").UsingGet()).RespondWith(Response.Create().WithStatusCode(204));
        server.Given(Request.Create().WithPath("/v2/overridden")).RespondWith(Response.Create().WithStatusCode(418));
        server.AddPixverse(new TwinCore(new TwinOptions(), new MovedClock()));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());

        var submit = new HttpRequestMessage(HttpMethod.Post, $"{server.Url}/v2/pixverse-text2video")
        {
            Headers = { { "x-api-key", HostUnderTest.Key } },
            Content = new StringContent(HostUnderTest.Body(), Encoding.UTF8, "application/json"),
        };

        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(submit, default)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.SendAsync(new(HttpMethod.Get, $"{server.Url}/other"), default)).StatusCode);
        Assert.Equal((HttpStatusCode)418, (await http.SendAsync(new(HttpMethod.Get, $"{server.Url}/v2/overridden"), default)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.SendAsync(new(HttpMethod.Get, $"{server.Url}/v2/requests/x/status"), default)).StatusCode);
    }
}
