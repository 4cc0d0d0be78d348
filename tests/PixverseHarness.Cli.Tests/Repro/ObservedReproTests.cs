namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Every name under the observed profile.</summary>
public sealed class ObservedReproTests(ObservedCases cases) : ReproTests(cases), IClassFixture<ObservedCases>;
