using System.Collections.Immutable;

namespace PixverseHarness.Cli.Simulate;

/// <summary>What <c>simulate --explain --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Purpose">What the scenario is for; null when it does not say.</param>
/// <param name="Seed">The seed that the decisions follow from.</param>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Rules">The rules, in order.</param>
/// <param name="Plans">What each body will meet.</param>
internal sealed record ExplainDocument(
    int SchemaVersion, string? Purpose, ulong Seed, string Profile, ImmutableArray<ExplainedRule> Rules, ImmutableArray<ExplainedBody> Plans);
