namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>The cases of the documented profile.</summary>
public sealed class DocumentedCases : PlayedCases
{
    protected override string Profile => "documented";
}
