using Spectre.Console;

namespace PixverseHarness.NBomber.Package;

/// <summary>
/// NBomber draws on the one console of the process, where our own reports go. While it runs that console leads nowhere; NBomber's
/// log file has what it says.
/// </summary>
internal sealed class QuietConsole : IDisposable
{
    private readonly IAnsiConsole _before = AnsiConsole.Console;

    private QuietConsole() => AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(TextWriter.Null),
        ExclusivityMode = new Shared(),
    });

    /// <summary>Silences the console until the result is disposed of.</summary>
    public static IDisposable Begin() => new QuietConsole();

    /// <inheritdoc/>
    public void Dispose() => AnsiConsole.Console = _before;

    // On a busy machine NBomber begins a display before its last one has ended, which the usual mode answers with an exception.
    private sealed class Shared : IExclusivityMode
    {
        public T Run<T>(Func<T> func) => func();

        public Task<T> RunAsync<T>(Func<Task<T>> func) => func();
    }
}
