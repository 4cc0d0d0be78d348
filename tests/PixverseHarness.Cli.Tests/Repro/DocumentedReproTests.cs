namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Every name under the documented profile.</summary>
public sealed class DocumentedReproTests(DocumentedCases cases) : ReproTests(cases), IClassFixture<DocumentedCases>;
