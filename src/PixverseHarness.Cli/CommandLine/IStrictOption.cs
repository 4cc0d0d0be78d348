using PixverseHarness.Cli.Messages;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>An option that says itself what is wrong with a value; the parser's own errors are bare text.</summary>
internal interface IStrictOption
{
    /// <summary>What is wrong with a value, or null when it is fine.</summary>
    Fault? FaultOf(string text);
}
