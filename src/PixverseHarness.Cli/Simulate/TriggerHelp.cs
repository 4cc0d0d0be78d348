using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Cli.Simulate;

/// <summary>How an unmodified client meets any error on the twin, for help pages; written from the simulator's own lists.</summary>
internal static class TriggerHelp
{
    /// <summary>Keys, prompt tags, header.</summary>
    public static ImmutableArray<HelpSection> Sections { get; } =
    [
        new("Magic keys (a client that uses one meets its error)", [.. MagicKeys.All.Select(m => (m.Key, Describe(m.Value)))]),
        new(
            "Magic prompt tags (anywhere in the prompt)",
            [
                ("[[NAME]]", "An error above by its name: [[content_blocked]], [[rate_limited]], [[result_expired]]."),
                ("[[NAME@OPERATION]]", "The same at submit, status, result, v1-result or generate-sync: [[bad_gateway@status]]."),
                ("[[NAME@OPERATION*N]]", "Only for the first N calls: [[bad_gateway@status*2]]."),
                .. FaultCatalogue.Kinds.Select(k => (k.Needs.HasFlag(FaultSetting.Duration) ? $"[[{k.Name}:5s]]" : $"[[{k.Name}]]", Sentence(k.Summary))),
            ]),
        new(
            "Request header",
            [
                ("Prefer: code=429", "One error by its status, this once."),
                ("Prefer: cause=NAME", "One error by its name, this once."),
            ]),
    ];

    private static string Describe(ErrorCause cause) => string.Create(CultureInfo.InvariantCulture, $"{cause.Status} {cause.Name}: {cause.When}.");

    private static string Sentence(string summary) => char.ToUpperInvariant(summary[0]) + summary[1..] + ".";
}
