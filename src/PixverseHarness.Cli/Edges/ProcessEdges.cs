namespace PixverseHarness.Cli.Edges;

/// <summary>
/// Everything that the command touches outside its own memory, as one value. <c>Program.cs</c> builds the real one
/// with <see cref="SystemEdges.Open"/>; tests build one from writers, a moved clock and a folder of their own.
/// </summary>
internal sealed record ProcessEdges
{
    /// <summary>Results go here: standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Diagnostics go here: standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What is known of the terminal behind <see cref="Output"/> and <see cref="Error"/>.</summary>
    public required TerminalFacts Terminal { get; init; }

    /// <summary>The value of an environment variable, or null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The one clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The same clock for the load engine, whose one timer decides how late it sends: with finer timers where there are such.</summary>
    public TimeProvider EngineClock
    {
        get => field ?? Clock;
        init;
    }

    /// <summary>Draws the seed of a run that was given none.</summary>
    public required Func<ulong> DrawSeed { get; init; }

    /// <summary>Cancelled when the user asks to stop (SIGINT, SIGTERM). A second signal ends the process at once.</summary>
    public required CancellationToken Stop { get; init; }

    /// <summary>
    /// Takes the second signal over: from this call on it cancels the token instead of ending the process, and the third
    /// one ends it. For verbs that drain after the first signal and still have a report to write after the second.
    /// </summary>
    public Func<CancellationToken> TakeSecondStop { get; init; } = static () => CancellationToken.None;

    /// <summary>Reads and writes files.</summary>
    public required IFiles Files { get; init; }

    /// <summary>Looks at the machine: programs on the path, ports, the runtime.</summary>
    public required IMachine Machine { get; init; }
}
