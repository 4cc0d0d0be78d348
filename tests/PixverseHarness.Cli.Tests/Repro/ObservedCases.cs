namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>The cases of the observed profile.</summary>
public sealed class ObservedCases : PlayedCases
{
    protected override string Profile => "observed";
}
