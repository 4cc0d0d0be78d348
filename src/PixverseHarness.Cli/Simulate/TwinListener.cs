using System.Globalization;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator.Hosting.Kestrel;

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
            throw new FaultException(new Fault(
                SimulateMessages.PortTaken, $"cannot listen on 127.0.0.1:{options.Port.ToString(CultureInfo.InvariantCulture)}: {(refused.InnerException ?? refused).Message.TrimEnd('.')}")
            {
                Where = "--port",
            });
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
}
