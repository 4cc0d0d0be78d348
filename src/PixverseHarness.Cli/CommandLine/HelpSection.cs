using System.Collections.Immutable;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>A part of a verb's help page beyond its options, such as a list of magic keys.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Rows">Two columns: a word and what it means.</param>
internal sealed record HelpSection(string Title, ImmutableArray<(string Word, string Meaning)> Rows);
