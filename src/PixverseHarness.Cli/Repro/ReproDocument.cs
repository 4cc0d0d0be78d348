using System.Collections.Immutable;

namespace PixverseHarness.Cli.Repro;

/// <summary>What <c>repro</c> prints with <c>--output json</c>; the text is written from it too.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Name">The cause or fault that was asked for.</param>
/// <param name="Cause">The cause that the profile makes of it; null for a fault that is no cause.</param>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Seed">Seed of the twin.</param>
/// <param name="Origin">Where the twin listened.</param>
/// <param name="Outcome">How the last exchange ended, in a few words.</param>
/// <param name="Status">Status of the last answer; null when none came.</param>
/// <param name="Exchanges">Every exchange, as it went over the wire, without secrets.</param>
/// <param name="Meaning">When this happens.</param>
/// <param name="Advice">What a client should do.</param>
/// <param name="AdviceSource">Where the advice comes from.</param>
/// <param name="Billed">What it costs.</param>
/// <param name="Profiles">How each profile answers.</param>
/// <param name="Others">Other names that meet the status that was asked for.</param>
/// <param name="Command">The command that keeps such a twin running.</param>
/// <param name="ClockCommand">The command that lets the twin's time go on; null when it runs.</param>
/// <param name="Snippets">The last request in the words of several tools.</param>
internal sealed record ReproDocument(
    int SchemaVersion,
    string Name,
    string? Cause,
    string Profile,
    ulong Seed,
    string Origin,
    string Outcome,
    int? Status,
    ImmutableArray<ShownExchange> Exchanges,
    string Meaning,
    string Advice,
    string AdviceSource,
    string Billed,
    ImmutableArray<ProfileAnswer> Profiles,
    ImmutableArray<string> Others,
    string Command,
    string? ClockCommand,
    Snippets Snippets);
