using System.Collections.Immutable;

namespace PixverseHarness.Cli.Export;

/// <summary>What <c>export --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Form">What was exported to.</param>
/// <param name="Profile">Which reading of the contract the answers follow.</param>
/// <param name="Seed">Seed of ids and times.</param>
/// <param name="Folder">Where the files are.</param>
/// <param name="Files">Their paths below the folder.</param>
internal sealed record ExportDocument(int SchemaVersion, string Form, string Profile, ulong Seed, string Folder, ImmutableArray<string> Files);
