using System.Collections.Immutable;

namespace PixverseHarness.Cli.Payloads;

/// <summary>What <c>payloads --coverage --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Kind">What was generated.</param>
/// <param name="Payloads">How many payloads.</param>
/// <param name="Seed">The seed line, with the version of Bogus.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Cells">What was counted.</param>
/// <param name="Missing">What should be there and is not.</param>
/// <param name="AcceptedFamilies">Families some of whose payloads this profile accepts.</param>
internal sealed record CoverageDocument(
    int SchemaVersion,
    string Kind,
    int Payloads,
    string Seed,
    string Profile,
    ImmutableArray<CoverageCell> Cells,
    ImmutableArray<string> Missing,
    ImmutableArray<string> AcceptedFamilies);
