using System.Text.Json;
using PixverseHarness.IntegrationTests.Hosts;
using PixverseHarness.IntegrationTests.Load;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>More connections than the twin takes, and more than its process could open.</summary>
public sealed class ConnectionBoundTests : IDisposable
{
    private const string Ask = "GET /v1/get-user-credits HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: SG_0000000000000001\r\n\r\n";
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromMinutes(1), TimeProvider.System);
    private readonly List<RawConnection> _connections = [];

    [Fact]
    public async Task Connections_BeyondTheLimit_AreClosedAtOnceAndCounted()
    {
        await using var twin = await PixverseTwin.StartAsync(
            new PixverseTwinOptions { Connections = new ConnectionLimits { Most = 3 } }, TimeProvider.System);
        await ConnectAsync(twin.Origin, 2);
        Assert.All(await AnswersAsync(), Assert.True);

        await ConnectAsync(twin.Origin, 5);

        var answered = await AnswersAsync();
        Assert.Equal([true, true, true, false, false, false, false], answered);
        Assert.Equal((3L, 3L, 4L), (twin.Core.Host.MaxConnections, twin.Core.Host.Connections!(), twin.Core.Host.RefusedConnections!()));
        _connections[0].Dispose();
        await HostConformanceTests.UntilAsync(() => twin.Core.Host.Connections!() == 2);
        var next = await OpenAsync(twin.Origin);
        Assert.True(await next.AsksAndIsAnsweredAsync(Ask, _bound.Token));
    }

    [SkippableFact]
    public async Task Simulate_MoreConnectionsThanItsProcessMayOpen_ServesWhatThereIsRoomForAndLives()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The limit of open files is read from /proc, which only Linux has.");
        using var process = PixverseProcess.StartWithin(openFiles: 512, "simulate", "--port", "0", "--output", "json");
        var origin = new Uri(JsonDocument.Parse(await process.FirstLineAsync()).RootElement.GetProperty("listening").GetString()!);
        await ConnectAsync(origin, 700);

        var answered = (await AnswersAsync()).Count(static one => one);

        // 512 files less the 320 that are kept for the process itself.
        Assert.Equal(192, answered);
        Assert.False(process.HasEnded, process.Error);
        _connections.ForEach(static one => one.Dispose());
        var last = await OpenAsync(origin);
        Assert.True(await last.AsksAndIsAnsweredAsync(Ask, _bound.Token));
        await process.SendAsync("TERM");
        Assert.Equal(0, await process.EndAsync());
    }

    public void Dispose()
    {
        _connections.ForEach(static one => one.Dispose());
        _bound.Dispose();
    }

    private async Task ConnectAsync(Uri origin, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await OpenAsync(origin);
        }
    }

    private async Task<RawConnection> OpenAsync(Uri origin)
    {
        var connection = await RawConnection.KnockAsync(origin, _bound.Token);
        _connections.Add(connection);
        return connection;
    }

    private Task<bool[]> AnswersAsync() => Task.WhenAll(_connections.Select(one => one.AsksAndIsAnsweredAsync(Ask, _bound.Token)));
}
