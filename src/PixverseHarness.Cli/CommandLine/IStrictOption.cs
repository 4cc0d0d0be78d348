using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>An option that says itself what is wrong with its values; the parser's own errors are bare text.</summary>
internal interface IStrictOption
{
    /// <summary>What is wrong with the values, or null when they are fine.</summary>
    Fault? FaultOf(IReadOnlyList<string> texts);
}
