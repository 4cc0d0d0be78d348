using System.Net;
using System.Text.Json;
using PixverseHarness.Simulator;
using static PixverseHarness.IntegrationTests.Hosts.HostUnderTest;

namespace PixverseHarness.IntegrationTests.Hosts;

/// <summary>The admin API is the same behind every host, and guarded behind those that listen.</summary>
public sealed class AdminHostTests
{
    public static TheoryData<HostKind> Hosts { get; } = [.. Enum.GetValues<HostKind>()];

    public static TheoryData<HostKind> Listening { get; } = [HostKind.Kestrel, HostKind.WireMock];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Wait_ForRequests_IsAnsweredByTheLastOfThem(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var waiting = host.GetAsync("/__admin/wait?requests=2&operation=submit&timeout=30s");

        await host.SubmitAsync("a");
        await host.SubmitAsync("b");

        Assert.Equal(2, (await JsonAsync(await waiting)).GetProperty("requests").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Wait_ForAJobOnAManualClock_MovesItWhenAsked(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync();

        var refused = await host.GetAsync($"/__admin/wait?job={id}&state=COMPLETED");
        var met = await host.GetAsync($"/__admin/wait?job={id}&state=COMPLETED&frozen=advance");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("COMPLETED", (await JsonAsync(met)).GetProperty("job").GetProperty("state").GetString());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Clock_WithAHeldCall_NamesTheInstantOfItsAnswer(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        Assert.Null(await NextAnswerAsync(host));
        var call = host.PostAsync("/v1/pixverse-text2video", Body());
        var due = await NextAnswerAsync(host);
        while (due is null && !call.IsCompleted)
        {
            due = await NextAnswerAsync(host);
        }

        host.Core.Clock.AdvanceTo(due!.Value.UtcTicks - 1);
        Assert.Equal(due, await NextAnswerAsync(host));
        Assert.False(call.IsCompleted);
        host.Core.Clock.AdvanceTo(due.Value.UtcTicks);

        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
        Assert.Null(await NextAnswerAsync(host));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Settings_OnEveryHost_NameItsBounds(HostKind kind)
    {
        await using var host = await StartAsync(kind);

        var settings = await JsonAsync(await host.GetAsync("/__admin/settings"));

        var connections = settings.GetProperty("bounds").GetProperty("connections");
        Assert.Equal(kind switch { HostKind.Kestrel => "kestrel", HostKind.WireMock => "wiremock", _ => "in-process" }, settings.GetProperty("host").GetString());
        Assert.Equal(kind == HostKind.Kestrel ? "20000 1" : " ", $"{connections.GetProperty("limit")} {connections.GetProperty("used")}");
        Assert.Equal(kind == HostKind.Kestrel ? "0" : "", $"{settings.GetProperty("bounds").GetProperty("idleConnections").GetProperty("used")}");
    }

    [Theory]
    [MemberData(nameof(Listening))]
    public async Task Caller_WithAStrangersHostOrOrigin_IsRefused(HostKind kind)
    {
        await using var host = await StartAsync(kind);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "Host", "rebound.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "Origin", "http://evil.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "Origin", host.Origin.GetLeftPart(UriPartial.Authority)));
    }

    [Theory]
    [MemberData(nameof(Listening))]
    public async Task Caller_OfATwinWithAToken_NeedsIt(HostKind kind)
    {
        await using var host = await StartAsync(kind, new TwinOptions { AdminToken = "t0ken" });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "Accept", "*/*"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, "Authorization", "Bearer wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "Authorization", "Bearer t0ken"));
        Assert.Equal(HttpStatusCode.OK, (await host.SubmitAsync()).StatusCode);
    }

    private static async Task<DateTimeOffset?> NextAnswerAsync(HostUnderTest host)
    {
        var next = (await JsonAsync(await host.GetAsync("/__admin/clock"))).GetProperty("nextAnswer");
        return next.ValueKind == JsonValueKind.Null ? null : next.GetDateTimeOffset();
    }

    private static async Task<HttpStatusCode> StatusAsync(HostUnderTest host, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Origin, "/__admin/reset"));
        request.Headers.TryAddWithoutValidation(header, value);
        return (await host.SendAsync(request)).StatusCode;
    }
}
