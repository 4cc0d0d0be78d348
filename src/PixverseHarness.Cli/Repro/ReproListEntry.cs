namespace PixverseHarness.Cli.Repro;

/// <summary>One line of the list.</summary>
/// <param name="Name">Name of a cause or fault.</param>
/// <param name="Outcome">How it shows: a status, or the end of a connection.</param>
/// <param name="Meaning">When it happens.</param>
/// <param name="IsCause">Whether it is an error of the API; else it is a fault of the network or the service.</param>
internal sealed record ReproListEntry(string Name, string Outcome, string Meaning, bool IsCause);
