using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PixverseHarness.Cli.Edges;

/// <summary>This machine.</summary>
internal sealed class SystemMachine : IMachine
{
    private const string LimitsFile = "/proc/self/limits";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Runtime => RuntimeInformation.FrameworkDescription;

    /// <inheritdoc/>
    public string System =>
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors";

    /// <inheritdoc/>
    public int? OpenFiles
    {
        get
        {
            // As in proc(5): "Max open files   1024   524288   files"; the runtime has raised the first to the second.
            const string Name = "Max open files";
            var line = File.Exists(LimitsFile) ? File.ReadLines(LimitsFile).FirstOrDefault(static l => l.StartsWith(Name, StringComparison.Ordinal)) : null;
            return int.TryParse(line?[Name.Length..].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0], CultureInfo.InvariantCulture, out var most)
                ? most
                : null;
        }
    }

    /// <inheritdoc/>
    public ProcessReading ReadProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new ProcessReading(
            process.TotalProcessorTime, Environment.ProcessorCount, GC.GetTotalPauseDuration(), ThreadPool.PendingWorkItemCount, process.WorkingSet64);
    }

    /// <inheritdoc/>
    public string? WhyNotListen(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return null;
        }
        catch (SocketException refused)
        {
            return refused.Message;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            using var process = Process.Start(start);
            return process is null ? null : await FirstLineAsync(process, cancellationToken);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<int?> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start);
            return process is null ? null : await PassOnAsync(process, output, error, cancellationToken);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<int> PassOnAsync(Process process, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(
                PassOnAsync(process.StandardOutput, output, cancellationToken), PassOnAsync(process.StandardError, error, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task PassOnAsync(StreamReader from, TextWriter to, CancellationToken cancellationToken)
    {
        var buffer = new char[4096];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await to.FlushAsync(cancellationToken);
        }
    }

    private static async Task<string?> FirstLineAsync(Process process, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await error;
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? output.Split('\n', 2)[0].Trim() : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
