namespace PixverseHarness.Cli.Edges;

/// <summary>The machine that the command runs on.</summary>
internal interface IMachine
{
    /// <summary>The .NET runtime, for example <c>.NET 10.0.12</c>.</summary>
    string Runtime { get; }

    /// <summary>The operating system and processor, for example <c>Debian GNU/Linux 12, X64, 2 processors</c>.</summary>
    string System { get; }

    /// <summary>Files and sockets that this process may have open at once; null where the system does not say.</summary>
    int? OpenFiles { get; }

    /// <summary>What this process uses.</summary>
    ProcessReading ReadProcess();

    /// <summary>Tries to listen on 127.0.0.1; null when that works, else the reason why not.</summary>
    /// <param name="port">The port, or 0 for any free one.</param>
    string? WhyNotListen(int port);

    /// <summary>
    /// Runs a program to its end without a shell and without a terminal: its first line of output when it exits with 0,
    /// null when it is not on the path, fails, or takes longer than ten seconds.
    /// </summary>
    Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken);

    /// <summary>Runs a program to its end and passes its output on as it comes.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="variables">What is added to this process' environment.</param>
    /// <param name="output">Where its standard output goes.</param>
    /// <param name="error">Where its standard error goes.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>Its exit code; null if it cannot be started.</returns>
    Task<int?> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken);
}
