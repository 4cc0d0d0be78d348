using System.Collections.Immutable;

namespace PixverseHarness.Cli.Doctor;

/// <summary>What <c>doctor --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Version">Version of the command.</param>
/// <param name="Checks">What was looked at.</param>
/// <param name="BuiltOn">The packages that the harness is built on, as the README has them.</param>
/// <param name="Packages">The packages that travel with the command, name to version.</param>
internal sealed record DoctorDocument(
    int SchemaVersion, string Version, ImmutableArray<DoctorCheck> Checks, ImmutableArray<PackageRow> BuiltOn, ImmutableSortedDictionary<string, string> Packages);
