using System.Net;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Faults;
using static PixverseHarness.IntegrationTests.Hosts.HostUnderTest;

namespace PixverseHarness.IntegrationTests.Hosts;

/// <summary>What the hosts that own a connection do with bodies in pieces and with silence.</summary>
public sealed class FaultConformanceTests
{
    public static TheoryData<HostKind> ConnectionHosts => HostConformanceTests.ConnectionHosts;

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task SlowFirstByte_OnAPoll_SendsTheHeadAtOnceAndTheBodyOnTheTwinsClock(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await host.SubmitIdAsync("[[slow_first_byte:30s@status*1]]");
        var before = host.Core.Clock.NowTicks;

        using var head = await host.GetAsync($"/v2/requests/{id}/status");
        var text = await host.WhileTimePassesAsync(head.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Contains("\"status\":\"", text, StringComparison.Ordinal);
        Assert.True(host.Core.Clock.NowTicks - before >= TimeSpan.FromSeconds(30).Ticks);
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task SlowBody_OnAPoll_ArrivesWholeAndTakesItsTime(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        host.Core.Inject("slow_body:10s@status");
        var id = await host.SubmitIdAsync();
        var before = host.Core.Clock.NowTicks;

        using var head = await host.GetAsync($"/v2/requests/{id}/status");
        var body = await host.WhileTimePassesAsync(head.Content.ReadAsByteArrayAsync());

        var pieces = (body.Length + 15) / 16;
        Assert.Equal(head.Content.Headers.ContentLength, body.Length);
        Assert.True(host.Core.Clock.NowTicks - before >= TimeSpan.FromSeconds(10 * pieces).Ticks);
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task SlowBody_WithLimitData_BreaksOffAfterHalf(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        host.Core.Inject("slow_body:1s@status");
        host.Core.Inject("limit_data@status");
        var id = await host.SubmitIdAsync();

        using var head = await host.GetAsync($"/v2/requests/{id}/status");
        var read = head.Content.ReadAsByteArrayAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => host.WhileTimePassesAsync(read));
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task ClosePeer_OnASubmit_EndsTheCallAndCreatesNothing(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        host.Core.Inject("close_peer");

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => host.SubmitAsync());

        Assert.Equal(HttpRequestError.ResponseEnded, failure.HttpRequestError);
        Assert.Empty(host.Core.Jobs());
    }

    [Theory]
    [MemberData(nameof(ConnectionHosts))]
    public async Task Timeout_WhateverTimePasses_SaysNothingUntilTheClientLeaves(HostKind kind)
    {
        await using var host = await StartAsync(kind);
        host.Core.Inject("timeout");
        using var leave = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Origin, "/v1/get-user-credits"));
        var call = host.SendAsync(request, cancellationToken: leave.Token);
        await HostConformanceTests.UntilAsync(() => host.Core.Journal().Count == 1);

        host.Core.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(call.IsCompleted);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task PacedBody_OnWireMock_IsRefusedWithAReason()
    {
        await using var host = await StartAsync(HostKind.WireMock, new TwinOptions { Faults = [new FaultRule { Id = "slow", Fault = FaultCatalogue.Create("slow_body")! }] });

        Assert.Equal(HttpStatusCode.NotImplemented, (await host.SubmitAsync()).StatusCode);
    }
}
