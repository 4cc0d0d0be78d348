using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PixverseHarness.Cli.Edges;

/// <summary>The real edges: the only place that names the console, the environment, the system clock and true randomness.</summary>
internal static class SystemEdges
{
    private const int PlainWidth = 120;
    private const int LargestDrawnSeed = 1_000_000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Opens the edges of this process.</summary>
    /// <param name="stop">Cancelled by <see cref="StopSignals"/>.</param>
    /// <param name="takeSecondStop">Takes the second signal over; null where no signals are listened to.</param>
    public static ProcessEdges Open(CancellationToken stop, Func<CancellationToken>? takeSecondStop = null) => new()
    {
        Output = Console.IsOutputRedirected ? new StreamWriter(OpenRedirectedOutput(), Utf8) { AutoFlush = true } : Console.Out,
        Error = Console.Error,
        Terminal = new TerminalFacts(!Console.IsOutputRedirected, !Console.IsErrorRedirected, Width()),
        Variable = Environment.GetEnvironmentVariable,
        Clock = TimeProvider.System,
        EngineClock = new FineClock(TimeProvider.System),
        // Short, because people type it again.
        DrawSeed = () => (ulong)Random.Shared.Next(LargestDrawnSeed),
        Stop = stop,
        TakeSecondStop = takeSecondStop ?? (static () => CancellationToken.None),
        Files = new SystemFiles(),
        Machine = new SystemMachine(),
    };

    /// <summary>
    /// The runtime's own stream swallows a broken pipe, so a long run would go on for a reader that has left. A pipe is
    /// therefore written through a stream that reports it.
    /// </summary>
    private static Stream OpenRedirectedOutput()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            var raw = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!raw.CanSeek)
            {
                return new PipeStream(raw);
            }
        }

        return Console.OpenStandardOutput();
    }

    private static int Width()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? PlainWidth : Console.WindowWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
