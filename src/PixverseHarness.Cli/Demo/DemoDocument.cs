using System.Collections.Immutable;

namespace PixverseHarness.Cli.Demo;

/// <summary>What <c>demo --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Seed">The seed of payloads and fates.</param>
/// <param name="Passed">Whether every check agrees.</param>
/// <param name="Outcomes">The outcomes.</param>
/// <param name="Checks">The comparisons with plan, journal and ledger.</param>
internal sealed record DemoDocument(int SchemaVersion, ulong Seed, bool Passed, ImmutableArray<DemoRow> Outcomes, ImmutableArray<DemoCheck> Checks);
