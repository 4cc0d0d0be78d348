using System.Diagnostics;

namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Programs of the machine that read what <c>repro</c> prints.</summary>
internal static class Programs
{
    /// <summary>The system's own Python: the one that packages of the distribution are installed for.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Whether a program starts and ends well.</summary>
    public static async Task<bool> IsThereAsync(string program, params string[] arguments)
    {
        try
        {
            return (await RunAsync(program, arguments)).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience, Pixverse.RealClock);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
