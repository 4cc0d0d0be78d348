using System.Globalization;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using WireMock.Logging;
using WireMock.Server;
using WireMock.Settings;

namespace PixverseHarness.WireMock;

/// <summary>A twin on a WireMock.Net server of its own: request log and admin interface off, nothing but the twin on it.</summary>
public sealed class WireMockTwin : IDisposable
{
    private WireMockTwin(WireMockServer server, TwinCore core)
    {
        Server = server;
        Core = core;
        Origin = new Uri(server.Url!);
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
    public static WireMockTwin Start(PixverseTwinOptions options, TimeProvider time)
    {
        var core = new TwinCore(options.Twin, time, options.OnEntry);
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [string.Create(CultureInfo.InvariantCulture, $"http://{options.Address}:{options.Port}")],
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
        return new WireMockTwin(server, core);
    }

    /// <inheritdoc/>
    public void Dispose() => Server.Stop();
}
