namespace PixverseHarness.Cli.CommandLine;

/// <summary>Form of the results on standard output.</summary>
internal enum OutputForm
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON document, for programs.</summary>
    Json,
}
