using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Cli.Clauses;

/// <summary>What <c>clauses --output json</c> prints.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Clauses">The clauses that were asked for.</param>
internal sealed record ClausesDocument(int SchemaVersion, ImmutableArray<Clause> Clauses);
