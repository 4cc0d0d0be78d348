using System.Net;
using System.Text;
using PixverseHarness.Simulator;
using static PixverseHarness.IntegrationTests.Hosts.HostUnderTest;

namespace PixverseHarness.IntegrationTests.Hosts;

/// <summary>What every host must do with the core's answers. One set for all hosts.</summary>
public sealed class HostConformanceTests
{
    public static TheoryData<HostKind> Hosts => [.. Enum.GetValues<HostKind>()];

    /// <summary>The hosts that own the connection and the Date header. WireMock.Net cannot end a connection, and says so; its Date is always real time.</summary>
    public static TheoryData<HostKind> ConnectionHosts => [HostKind.Kestrel, HostKind.InProcess];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Job_FromSubmitToFile_Succeeds(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var submitted = await JsonAsync(await host.SubmitAsync());
        var statusUrl = new Uri(submitted.GetProperty("status_url").GetString()!);

        host.Core.Clock.Advance(TimeSpan.FromMinutes(10));
        var status = await JsonAsync(await host.GetAsync(statusUrl.PathAndQuery));
        var result = await JsonAsync(await host.GetAsync(new Uri(submitted.GetProperty("response_url").GetString()!).PathAndQuery));
        var file = await host.SendAsync(new HttpRequestMessage(HttpMethod.Get, result.GetProperty("output").GetString()), key: null);

        Assert.Equal(host.Origin.GetLeftPart(UriPartial.Authority), statusUrl.GetLeftPart(UriPartial.Authority));
        Assert.Equal("COMPLETED", status.GetProperty("status").GetString());
        Assert.Equal("video/mp4", file.Content.Headers.ContentType?.ToString());
        Assert.Equal("ftyp"u8.ToArray(), (await file.Content.ReadAsByteArrayAsync())[4..8]);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Sync_Valid_IsHeldOnTheTwinsClockThenAnswersBytes(HostKind kind)
    {
        await using var host = await StartAsync(kind, new TwinOptions { ServiceTime = TimeSpan.FromSeconds(44) });
        var call = host.PostAsync("/v1/pixverse-text2video", Body());

        var answer = await host.WhileTimePassesAsync(call);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("44", Assert.Single(answer.Headers.GetValues("x-generation-time")));
        Assert.Equal("0.75", Assert.Single(answer.Headers.GetValues("x-cost")));
        Assert.InRange(host.Core.Clock.NowTicks - host.Core.Clock.StartTicks, TimeSpan.FromSeconds(44).Ticks, TimeSpan.FromHours(1).Ticks);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Sync_ClientLeaves_JobGoesOnAndIsBilled(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        using var leave = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Origin, "/v1/pixverse-text2video"))
        {
            Content = new StringContent(Body(), Encoding.UTF8, "application/json"),
        };
        var call = host.SendAsync(request, cancellationToken: leave.Token);
        await UntilAsync(() => host.Core.Ledger().Sum(l => l.Jobs.Accepted) == 1);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        if (kind != HostKind.WireMock)
        {
            // WireMock.Net does not tell a callback that the client has left.
            await UntilAsync(() => host.Core.Journal().Any(e => e.Note is not null));
        }

        host.Core.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(750_000, Assert.Single(host.Core.Ledger()).Charged.Value);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Failed_StatusAndResult_Are422(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync("[[content_blocked]]");
        host.Core.Clock.Advance(TimeSpan.FromMinutes(10));

        foreach (var path in new[] { $"/v2/requests/{id}/status", $"/v2/requests/{id}" })
        {
            var answer = await host.GetAsync(path);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("content_policy_violation", (await JsonAsync(answer)).GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task WrongMethod_AnyVerb_Is405InHtml(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        foreach (var method in new[] { "GET", "PUT", "DELETE", "PATCH" })
        {
            var answer = await host.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(host.Origin, "/v2/pixverse-text2video")));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task RateLimit_UsedUp_Is429WithTheInstant(HostKind kind)
    {
        await using var host = await StartAsync(kind, new TwinOptions { RequestsPerMinute = 1 });
        await host.SubmitAsync();

        var refused = await host.SubmitAsync();
        var reset = DateTimeOffset.Parse(Assert.Single(refused.Headers.GetValues("x-rate-limit-reset-at-utc")), System.Globalization.CultureInfo.InvariantCulture);
        host.Core.Clock.AdvanceTo(reset.UtcTicks);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.SubmitAsync()).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Body_OverOneMebibyte_Is413AndTheNextCallWorks(HostKind kind)
    {
        await using var host = await StartAsync(kind);

        var refused = await host.PostAsync("/v2/pixverse-text2video", new string('x', (1024 * 1024) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.SubmitAsync()).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Body_Chunked_IsRead(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Origin, "/v2/pixverse-text2video"))
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Body()))),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(request)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task ContentType_Absent_Is406(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Origin, "/v2/pixverse-text2video")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body())) };

        Assert.Equal(HttpStatusCode.NotAcceptable, (await host.SendAsync(request)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task Reset_BeforeTheJob_EndsTheCallAndCreatesNone(HostKind kind)
    {
        await using var host = await StartAsync(kind);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => host.SubmitAsync("[[reset_peer]]"));

        Assert.IsAssignableFrom<IOException>(failure.InnerException);
        Assert.Equal(0, host.Core.Ledger().Sum(l => l.Jobs.Accepted));
    }

    [Theory]
    [InlineData(HostKind.Kestrel, "reset_after")]
    [InlineData(HostKind.InProcess, "reset_after")]
    [InlineData(HostKind.Kestrel, "lost_answer")]
    [InlineData(HostKind.InProcess, "lost_answer")]
    public async Task LostAnswer_AfterTheJob_EndsTheCallAndTheJobExists(HostKind kind, string fault)
    {
        await using var host = await StartAsync(kind);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => host.SubmitAsync($"[[{fault}]]"));

        Assert.Equal(fault == "lost_answer", failure.HttpRequestError == HttpRequestError.ResponseEnded);
        Assert.Equal(1, host.Core.Ledger().Sum(l => l.Jobs.Accepted));
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task LimitData_OnAPoll_CutsTheBodyInHalf(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync("[[limit_data@status*1]]");

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            var answer = await host.GetAsync($"/v2/requests/{id}/status");
            await answer.Content.ReadAsByteArrayAsync();
        });

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/v2/requests/{id}/status")).StatusCode);
    }

    [Theory]
    [InlineData("reset_peer", "reset a connection")]
    [InlineData("reset_after", "reset a connection")]
    [InlineData("lost_answer", "close a connection")]
    [InlineData("limit_data", "play this fault")]
    public async Task ConnectionFault_OnWireMock_IsRefusedWithAReason(string fault, string reason)
    {
        await using var host = await StartAsync(HostKind.WireMock);

        var answer = await host.SubmitAsync($"[[{fault}]]");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains(reason, Assert.Single(answer.Headers.GetValues("x-twin-unsupported")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task MalformedJson_OnAPoll_ArrivesWholeAndDoesNotParse(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync("[[malformed_json@status*1]]");

        var text = await (await host.GetAsync($"/v2/requests/{id}/status")).Content.ReadAsStringAsync();

        Assert.EndsWith(",", text, StringComparison.Ordinal);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => System.Text.Json.JsonDocument.Parse(text));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Latency_OnAPoll_WaitsOnTheTwinsClock(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync("[[latency:30s@status*1]]");
        var before = host.Core.Clock.NowTicks;

        var answer = await host.WhileTimePassesAsync(host.GetAsync($"/v2/requests/{id}/status"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(host.Core.Clock.NowTicks - before >= TimeSpan.FromSeconds(30).Ticks);
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task Date_OfEveryAnswer_IsTheTwinsClock(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        host.Core.Clock.Advance(TimeSpan.FromDays(3));

        var answer = await host.GetAsync("/v1/get-user-credits");

        Assert.Equal(host.Core.Clock.GetUtcNow().ToUnixTimeSeconds(), answer.Headers.Date!.Value.ToUnixTimeSeconds());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Session_ByPathPrefix_StaysInEveryUrl(HostKind kind)
    {
        await using var host = await StartAsync(kind);

        var submitted = await JsonAsync(await host.SubmitAsync(session: "/s/shard-1"));
        var path = new Uri(submitted.GetProperty("status_url").GetString()!).AbsolutePath;

        Assert.StartsWith("/s/shard-1/v2/requests/", path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(path["/s/shard-1".Length..])).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task EscapedId_Unknown_Is404WithTheIdUnescaped(HostKind kind)
    {
        await using var host = await StartAsync(kind);

        var answer = await host.GetAsync("/v2/requests/a%20b%2Fc/status");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Request a b/c not found", (await JsonAsync(answer)).GetProperty("error").GetString());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Prefer_Code_ForcesTheStatusOnce(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Origin, "/v2/pixverse-text2video")) { Content = new StringContent(Body(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Prefer", "code=502");

        Assert.Equal(HttpStatusCode.BadGateway, (await host.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.SubmitAsync()).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Admin_Clock_MovesTheTwin(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync();

        await host.PostAsync("/__admin/clock", "{\"action\":\"advance\",\"by\":\"10m\"}");

        Assert.Equal("COMPLETED", (await JsonAsync(await host.GetAsync($"/v2/requests/{id}/status"))).GetProperty("status").GetString());
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        for (var tries = 0; tries < 10_000; tries++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        Assert.Fail("The condition did not come true.");
    }
}
