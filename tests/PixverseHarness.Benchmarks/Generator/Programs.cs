using System.Diagnostics;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>The programs of a comparison, each started as a user would start it.</summary>
internal static class Programs
{
    /// <summary>The key that every program sends.</summary>
    public const string Key = "SG_0000000000000001";

    private static readonly string Output = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    /// <summary>The <c>pixverse</c> command of the same build.</summary>
    public static ProcessStartInfo Pixverse(params string[] arguments) =>
        Of(Path.Combine(Output, "PixverseHarness.Cli", "release", "PixverseHarness.Cli"), arguments);

    /// <summary>Another mode of this program.</summary>
    public static ProcessStartInfo Self(params string[] arguments) => Of(Environment.ProcessPath!, arguments);

    /// <summary>A program on the path.</summary>
    public static ProcessStartInfo Of(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["SEGMIND_API_KEY"] = Key;
        return start;
    }

    /// <summary>Starts it; what it prints is read and thrown away, so that no pipe fills.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Ends a process that was started here, and waits for it.</summary>
    public static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        process.Dispose();
    }
}
