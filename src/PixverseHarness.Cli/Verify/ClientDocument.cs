using System.Collections.Immutable;

namespace PixverseHarness.Cli.Verify;

/// <summary>What <c>verify --client --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Profile">Against which reading of the contract.</param>
/// <param name="Seed">Seed of the twin that the client met.</param>
/// <param name="ExitCode">With what the client ended.</param>
/// <param name="Requests">Requests that it sent.</param>
/// <param name="Violations">What is wrong with them.</param>
/// <param name="Snapshots">How they compare with those of before; null when that was not asked for.</param>
internal sealed record ClientDocument(
    int SchemaVersion, string Profile, ulong Seed, int ExitCode, int Requests, ImmutableArray<ClientFault> Violations, SnapshotDocument? Snapshots);
