using PixverseHarness.Client;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Results.Documents;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Cli.Load;

/// <summary>What a run sends to, and the client that does it. The embedded twin listens on the loopback interface, so every run is real HTTP.</summary>
internal sealed class LoadTarget : IAsyncDisposable
{
    private const string TwinKey = "SG_0000000000000001";
    private readonly PixverseTwin? _twin;

    private LoadTarget(TargetKind kind, Uri address, bool hasLimit, PixverseClient client, PixverseTwin? twin)
    {
        Kind = kind;
        IsPaid = kind != TargetKind.Simulator && (hasLimit || !address.IsLoopback);
        Address = address;
        Client = client;
        _twin = twin;
    }

    /// <summary>What kind of target it is.</summary>
    public TargetKind Kind { get; }

    /// <summary>
    /// Whether its jobs may cost money: everything that is not on this machine, and what is, if somebody limits what may be spent,
    /// since a proxy or a tunnel to the paid API is on this machine, too.
    /// </summary>
    public bool IsPaid { get; }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Sends the requests.</summary>
    public PixverseClient Client { get; }

    /// <summary>Which kind a text names.</summary>
    /// <exception cref="FaultException">It is neither a word nor an address (PXH0801).</exception>
    public static TargetKind KindOf(string text) => text switch
    {
        "simulator" => TargetKind.Simulator,
        "live" => TargetKind.Live,
        _ when AddressOf(text) is not null => TargetKind.Url,
        _ => throw new FaultException(Fault.NotOneOf(LoadMessages.UnknownTarget, $"{Quoted.Of(text)} is no target", text, ["simulator", "live"]) with
        {
            Where = "target",
        }),
    };

    /// <summary>Opens a target.</summary>
    /// <param name="text">As <see cref="KindOf"/> takes it.</param>
    /// <param name="scenario">Time-outs and budget.</param>
    /// <param name="twinOptions">What the embedded twin models.</param>
    /// <param name="context">Clock and environment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LoadTarget> OpenAsync(
        string text, LoadScenario scenario, TwinOptions twinOptions, VerbContext context, CancellationToken cancellationToken)
    {
        var kind = KindOf(text);
        var sockets = SocketRoom.Of(context.Edges.Machine, sides: kind == TargetKind.Simulator ? 2 : 1);
        var twin = kind == TargetKind.Simulator
            ? await PixverseTwin.StartAsync(TwinListener.Within(sockets, new PixverseTwinOptions { Twin = twinOptions }), context.Edges.Clock, cancellationToken)
            : null;
        var address = twin?.Origin ?? (kind == TargetKind.Live ? Operations.LiveOrigin : AddressOf(text)!);
        var usual = new PixverseClientOptions();
        var client = PixverseClient.Create(
            new PixverseClientOptions
            {
                BaseAddress = address,
                ApiKey = KeyFor(address, twin is null ? context.Edges.Variable(LoadVerb.KeyVariable) : twinOptions.Keys.FirstOrDefault()),
                StepTimeout = scenario.StepTimeout ?? usual.StepTimeout,
                SyncTimeout = scenario.StepTimeout ?? usual.SyncTimeout,
                // Oversized bodies are payloads like any other: the target must refuse them, not the client.
                MaxRequestBytes = 64 << 20,
                MaxConnections = sockets ?? usual.MaxConnections,
                UserAgent = $"pixverse-load/{PixverseCommand.Version}",
            },
            context.Edges.Clock);
        return new LoadTarget(kind, address, scenario.Budget.Dollars is not null, client, twin);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_twin is not null)
        {
            await _twin.DisposeAsync();
        }
    }

    // A twin on this machine takes any key that has the shape of one; nothing else gets a made-up one.
    private static string? KeyFor(Uri address, string? given) => given is { Length: > 0 } ? given : address.IsLoopback ? TwinKey : null;

    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.UserInfo.Length == 0
            ? address
            : null;
}
