namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Tests that catch what programs write to the console, which there is one of: they run one after the other.</summary>
[CollectionDefinition("console")]
public sealed class ConsoleCollection;
