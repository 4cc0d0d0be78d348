using System.Net;
using System.Net.Sockets;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Simulator.Metrics;
using WireMock.Exceptions;
using WireMock.Logging;
using WireMock.Server;
using WireMock.Settings;

namespace PixverseHarness.WireMock;

/// <summary>A twin on a WireMock.Net server of its own: request log and admin interface off, nothing but the twin on it.</summary>
public sealed class WireMockTwin : IDisposable
{
    private readonly TwinMeter _meter;

    private WireMockTwin(WireMockServer server, TwinCore core, Uri origin)
    {
        _meter = new TwinMeter(core);
        Server = server;
        Core = core;
        Origin = origin;
    }

    /// <summary>The server, for more stubs beside the twin; give them a priority below 0.</summary>
    public WireMockServer Server { get; }

    /// <summary>The twin behind the network.</summary>
    public TwinCore Core { get; }

    /// <summary>Where it listens.</summary>
    public Uri Origin { get; }

    /// <summary>Starts a twin.</summary>
    /// <param name="options">Where and what; the drain time is WireMock.Net's own.</param>
    /// <param name="time">The clock below the twin's clocks.</param>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    public static WireMockTwin Start(PixverseTwinOptions options, TimeProvider time)
    {
        var core = new TwinCore(options.Twin, time, options.OnEntry) { Host = new HostFacts("wiremock") };
        CheckPort(options);
        var server = Listen(new WireMockServerSettings
        {
            Urls = [UrlOf(options, options.Port)],
            StartAdminInterface = false,
            MaxRequestLogCount = 0,
            AllowBodyForAllHttpMethods = true,
            DisableJsonBodyParsing = true,
            DisableRequestBodyDecompressing = true,
            DisableDeserializeFormUrlEncoded = true,
            AllowPartialMapping = false,
            Logger = new WireMockNullLogger(),
        });
        server.AddPixverseEverywhere(core);

        // WireMock.Net names itself localhost, which may be another address than the one asked for.
        return new WireMockTwin(server, core, new Uri(UrlOf(options, server.Port)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _meter.Dispose();
        Server.Stop();
    }

    private static WireMockServer Listen(WireMockServerSettings settings)
    {
        try
        {
            return WireMockServer.Start(settings);
        }
        catch (WireMockException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }

    // WireMock.Net waits ten seconds before it says that a port is taken.
    private static void CheckPort(PixverseTwinOptions options)
    {
        using var probe = new TcpListener(options.Address, options.Port);
        try
        {
            probe.Start();
        }
        catch (SocketException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }

    private static string UrlOf(PixverseTwinOptions options, int port) =>
        $"http://{new IPEndPoint(options.Address, port)}";
}
