using System.Diagnostics;
using System.Text;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>The real command in a process of its own, with nothing of this one's settings. Disposing it kills what is left.</summary>
internal sealed class PixverseProcess : IDisposable
{
    private static readonly string[] Settings = ["SEGMIND_API_KEY", "PIXVERSE_", "GITHUB_STEP_SUMMARY", "NO_COLOR"];
    private static readonly string Host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "PixverseHarness.Cli.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<string> _firstOutput = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Task _outputRead;
    private readonly Task _errorRead;

    private PixverseProcess(Process process)
    {
        _process = process;
        _outputRead = Follow(process.StandardOutput, _output, _firstOutput);
        _errorRead = Follow(process.StandardError, _error, null);
    }

    /// <summary>Everything on standard output so far.</summary>
    public string Output => Text(_output);

    /// <summary>Everything on standard error so far.</summary>
    public string Error => Text(_error);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts <c>pixverse</c> with <paramref name="arguments"/>.</summary>
    public static PixverseProcess Start(params string[] arguments) => Start(new ProcessStartInfo(Host, [Command, .. arguments]));

    /// <summary>Starts <c>pixverse</c> with <paramref name="arguments"/> where it may open no more than <paramref name="openFiles"/> files.</summary>
    public static PixverseProcess StartWithin(int openFiles, params string[] arguments) => Start(
        new ProcessStartInfo("/bin/sh", ["-c", FormattableString.Invariant($"ulimit -n {openFiles}; exec \"$@\""), "sh", Host, Command, .. arguments]));

    /// <summary>The first line on standard output.</summary>
    public Task<string> FirstLineAsync() => _firstOutput.Task.WaitAsync(Patience, TimeProvider.System);

    /// <summary>Waits, bounded, until <paramref name="holds"/> or the end of the process.</summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds() && !HasEnded)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"Waited in vain for {what}.\n{Error}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var bound = new CancellationTokenSource(Patience, TimeProvider.System);
        await _process.WaitForExitAsync(bound.Token);
        await Task.WhenAll(_outputRead, _errorRead).WaitAsync(bound.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal by its name, such as <c>INT</c>.</summary>
    public async Task SendAsync(string signal)
    {
        using var shell = Process.Start("/bin/sh", ["-c", FormattableString.Invariant($"kill -s {signal} {_process.Id}")]);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static PixverseProcess Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        foreach (var name in start.Environment.Keys.Where(static name => Settings.Any(s => name.StartsWith(s, StringComparison.Ordinal))).ToArray())
        {
            start.Environment.Remove(name);
        }

        return new PixverseProcess(Process.Start(start)!);
    }

    // Reading a pipe blocks a thread: one of its own, because a twin in this process needs those of the pool to keep its times.
    private static Task Follow(StreamReader from, StringBuilder text, TaskCompletionSource<string>? first)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            while (from.ReadLine() is { } line)
            {
                lock (text)
                {
                    text.Append(line).Append('\n');
                }

                first?.TrySetResult(line);
            }

            done.SetResult();
        })
        {
            IsBackground = true,
        }.Start();
        return done.Task;
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
