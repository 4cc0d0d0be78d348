using System.Net;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.WireMock;

namespace PixverseHarness.Cli.Simulate;

/// <summary>Starts twins for verbs, and lets them run until the user has enough.</summary>
internal static class TwinListener
{
    /// <summary>Starts a twin on the real clock.</summary>
    /// <exception cref="FaultException">The port is taken (PXH0301).</exception>
    public static async Task<PixverseTwin> StartAsync(VerbContext context, PixverseTwinOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await PixverseTwin.StartAsync(Within(SocketRoom.Of(context.Edges.Machine), options), context.Edges.Clock, cancellationToken);
        }
        catch (IOException refused)
        {
            throw Taken(options, refused.InnerException ?? refused);
        }
    }

    /// <summary>Starts a twin on WireMock.Net and the real clock.</summary>
    /// <exception cref="FaultException">The port is taken (PXH0301).</exception>
    public static WireMockTwin StartOnWireMock(VerbContext context, PixverseTwinOptions options)
    {
        try
        {
            return WireMockTwin.Start(options, context.Edges.Clock);
        }
        catch (IOException refused)
        {
            throw Taken(options, refused);
        }
    }

    /// <summary>Waits for Ctrl-C, which is how such a verb ends and no interruption of it.</summary>
    public static async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(() => stopped.TrySetResult()))
        {
            await stopped.Task;
        }
    }

    /// <summary>Waits for Ctrl-C, or until the admin API is asked to end the twin.</summary>
    public static async Task WaitForEndAsync(TwinCore core, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        core.ShutdownRequested += asked.Cancel;
        await WaitForEndAsync(asked.Token);
        core.ShutdownRequested -= asked.Cancel;
    }

    /// <summary>The same options with no more connections than there is room for.</summary>
    public static PixverseTwinOptions Within(int? sockets, PixverseTwinOptions options) =>
        options with { Connections = options.Connections with { Most = Math.Min(options.Connections.Most, sockets ?? long.MaxValue) } };

    private static FaultException Taken(PixverseTwinOptions options, Exception refused) => new(new Fault(
        SimulateMessages.PortTaken, $"cannot listen on {new IPEndPoint(options.Address, options.Port)}: {refused.Message.TrimEnd('.')}")
    {
        Where = "--port",
    });
}
