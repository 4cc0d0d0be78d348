using System.Globalization;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
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
            return await PixverseTwin.StartAsync(options, context.Edges.Clock, cancellationToken);
        }
        catch (IOException refused)
        {
            throw Taken(options.Port, refused.InnerException ?? refused);
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
            throw Taken(options.Port, refused);
        }
    }

    /// <summary>Waits for Ctrl-C, which is how such a verb ends and no interruption of it.</summary>
    public static async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(() => stopped.SetResult()))
        {
            await stopped.Task;
        }
    }

    private static FaultException Taken(int port, Exception refused) => new(new Fault(
        SimulateMessages.PortTaken, $"cannot listen on 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}: {refused.Message.TrimEnd('.')}")
    {
        Where = "--port",
    });
}
