namespace PixverseHarness.Cli.Edges;

/// <summary>The reader of standard output has gone (<c>pixverse clauses | head</c>): nobody wants the rest.</summary>
internal sealed class OutputClosedException(IOException inner) : Exception("The reader of standard output has gone.", inner);
