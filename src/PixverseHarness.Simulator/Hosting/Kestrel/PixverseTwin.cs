using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Metrics;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>A twin that answers over HTTP/1.1, on Kestrel.</summary>
public sealed class PixverseTwin : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TwinMeter _meter;

    private PixverseTwin(WebApplication app, TwinCore core, Uri origin)
    {
        _app = app;
        _meter = new TwinMeter(core);
        Core = core;
        Origin = origin;
    }

    /// <summary>The twin behind the network.</summary>
    public TwinCore Core { get; }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Origin { get; }

    /// <summary>What a Segmind SDK takes as its base URL: the origin and <c>/v1</c>.</summary>
    public string SdkBaseUrl => $"{Origin.GetLeftPart(UriPartial.Authority)}/v1";

    /// <summary>The requests of the default session that are kept, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Journal => Core.Journal();

    /// <summary>The jobs of the default session whose records can be read.</summary>
    public IReadOnlyList<JobSnapshot> Jobs => Core.Jobs();

    /// <summary>The accounts of the default session, one line a key.</summary>
    public IReadOnlyList<LedgerLine> Ledger => Core.Ledger();

    /// <summary>Starts a twin on a free port, with every option at its default.</summary>
    /// <param name="time">The clock below the twin's clocks: <c>TimeProvider.System</c>, or a test's own.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="IOException">No port can be listened on.</exception>
    public static Task<PixverseTwin> StartAsync(TimeProvider time, CancellationToken cancellationToken = default) =>
        StartAsync(new PixverseTwinOptions(), time, cancellationToken);

    /// <summary>Starts a twin.</summary>
    /// <param name="options">Where and what.</param>
    /// <param name="time">The clock below the twin's clocks.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="AddressInUseException">Another program listens on the port.</exception>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    public static async Task<PixverseTwin> StartAsync(PixverseTwinOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var core = new TwinCore(options.Twin, time, options.OnEntry);
        var connections = new ConnectionCount();
        core.Host = new HostFacts("kestrel")
        {
            MaxConnections = options.Connections.Most,
            IdleTimeout = options.Connections.IdleTime,
            Connections = () => connections.Open,
            RefusedConnections = () => connections.Refused,
            IdleConnections = () => connections.Idle,
        };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options, connections));
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => new BoundedTransport(
            ActivatorUtilities.CreateInstance<SocketTransportFactory>(services), connections, options.Connections.Most));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime);

        // Whoever starts a twin decides about signals; the host must not take Ctrl-C for itself.
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        if (options.Logs is { } logs)
        {
            builder.Services.AddSingleton(logs);
        }

        var app = builder.Build();
        var endpoint = new TwinEndpoint(core, options.OnRequest, options.OnFault, connections);
        app.Run(endpoint.AnswerAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new PixverseTwin(app, core, new Uri(address));
    }

    /// <summary>Makes something go wrong from now on: <see cref="TwinCore.Inject(string, string)"/> for the default session.</summary>
    /// <param name="fault">For example <c>bad_gateway@status*2</c>.</param>
    /// <exception cref="ArgumentException">The words name no fault.</exception>
    public FaultRule Inject(string fault) => Core.Inject(fault);

    /// <summary>Makes something go wrong from now on: <see cref="TwinCore.Inject(FaultRule, string)"/> for the default session.</summary>
    /// <exception cref="ArgumentException">The rule contradicts itself.</exception>
    public void Inject(FaultRule rule) => Core.Inject(rule);

    /// <summary>Moves the default session's clock forward: jobs run, windows end, records expire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan by) => Core.Clock.Advance(by);

    /// <summary>Stops listening, lets calls under way end for at most the drain time, then closes.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        return _app.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel, PixverseTwinOptions options, ConnectionCount connections)
    {
        var limits = options.Connections;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null; // The twin reads at most its own limit and answers the excess itself.
        kestrel.Limits.RequestHeadersTimeout = limits.HeaderTime;
        kestrel.Limits.KeepAliveTimeout = limits.IdleTime;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.BytesPerSecond, limits.SlowGrace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(limits.AnswerBytesPerSecond, limits.SlowGrace);
        kestrel.Listen(new IPEndPoint(options.Address, options.Port), listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(connections.UntilClosed);
        });
    }
}
