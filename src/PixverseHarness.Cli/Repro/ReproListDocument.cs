using System.Collections.Immutable;

namespace PixverseHarness.Cli.Repro;

/// <summary>What <c>repro --list --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Profile">The profile that the outcomes are those of, except where a name belongs to the other one.</param>
/// <param name="Names">Everything that can be reproduced, by status.</param>
internal sealed record ReproListDocument(int SchemaVersion, string Profile, ImmutableArray<ReproListEntry> Names);
