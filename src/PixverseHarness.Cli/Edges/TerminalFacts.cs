namespace PixverseHarness.Cli.Edges;

/// <summary>What is known of the terminal.</summary>
/// <param name="OutputIsTerminal">Whether results are read on a terminal; live progress and colour only then.</param>
/// <param name="ErrorIsTerminal">Whether diagnostics are read on a terminal.</param>
/// <param name="Width">Columns; where no terminal is there, the width that plain text is laid out for.</param>
internal sealed record TerminalFacts(bool OutputIsTerminal, bool ErrorIsTerminal, int Width)
{
    /// <summary>No terminal at all: a pipe, a file, a CI log.</summary>
    public static TerminalFacts None { get; } = new(false, false, 120);
}
