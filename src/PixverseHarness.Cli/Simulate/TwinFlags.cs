using System.Collections.Immutable;
using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Simulate;

/// <summary>The options that say what a twin models, for every verb that starts one. Each overrides the scenario's value.</summary>
internal sealed class TwinFlags
{
    private const string KeysVariable = "PIXVERSE_KEYS";
    private readonly ProfileFlags _profile = new();

    private readonly Option<decimal?> _pace = OptionOf.Number(
        "--pace", "N", "Shortens modelled durations, rate windows and retention by N; the clock stays real. Default 1.", 1, 1_000_000);

    private readonly Option<string?> _clock = OptionOf.Word(
        "--clock", "real|manual", "manual stops time until the admin API moves it. Default real.", ["real", "manual"]);

    private readonly Option<string?> _plan = OptionOf.Word(
        "--plan", "NAME", $"Rate limit of each key: {string.Join(", ", PlanNames)}. Default unlimited.", PlanNames);

    private readonly Option<decimal?> _credits = OptionOf.Number(
        "--credits", "DOLLARS", "Balance that each key starts with. Default 1000000.", 0, 1_000_000_000);

    private readonly Option<int?> _workers = OptionOf.Integer(
        "--workers", "N", "Workers that run jobs; further jobs wait in QUEUED. Default: as many as needed.", 1, 1_000_000);

    private readonly Option<string[]> _keys = OptionOf.Values(
        "--key", "KEY", "A valid API key; any other is refused. The process list shows it: real ones belong into --key-file. Default: every key is valid.", ReadKey);

    private readonly Option<string?> _keyFile = OptionOf.Text(
        "--key-file", "FILE", $"Holds valid API keys, one a line; the variable {KeysVariable} can hold them too, separated by commas.");

    private readonly Option<decimal?> _failures = OptionOf.Number(
        "--failure-rate", "SHARE", "Share of jobs that end FAILED, from 0 to 1. Default 0.", 0, 1);

    private static string[] PlanNames { get; } = [.. RatePlan.All.Select(p => p.Name)];

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        _profile.AddTo(verb);
        foreach (var option in (Option[])[_pace, _clock, _plan, _credits, _workers, _keys, _keyFile, _failures])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>The options of a twin: those of a scenario, overridden by the command line.</summary>
    /// <param name="context">The command line.</param>
    /// <param name="scenario">What to start from.</param>
    /// <param name="seed">The seed of the run.</param>
    public TwinOptions Apply(VerbContext context, TwinOptions scenario, ulong seed)
    {
        return scenario with
        {
            Seed = seed,
            Profile = _profile.Apply(context, scenario.Profile),
            Pace = (double?)context.Get(_pace) ?? scenario.Pace,
            ManualClock = context.Get(_clock) is { } clock ? clock == "manual" : scenario.ManualClock,
            Plan = context.Get(_plan) is { } plan ? RatePlan.Find(plan)! : scenario.Plan,
            RequestsPerMinute = context.Get(_plan) is null ? scenario.RequestsPerMinute : null,
            Credits = context.Get(_credits) is { } dollars ? MicroDollars.FromDollars(dollars) : scenario.Credits,
            Workers = context.Get(_workers) ?? scenario.Workers,
            Keys = Keys(context) is { Length: > 0 } keys ? keys : scenario.Keys,
            FailureRate = (double?)context.Get(_failures) ?? scenario.FailureRate,
        };
    }

    private ImmutableArray<string> Keys(VerbContext context)
    {
        ImmutableArray<string> named = [.. context.Get(_keys) ?? [], .. context.Get(_keyFile) is { } path ? SecretText.OfFile(context, "--key-file", path) : []];
        return named.IsEmpty ? [.. SecretText.OfVariable(context, KeysVariable)] : named;
    }

    // The value is a secret: a refusal never shows it.
    private static string ReadKey(string text) => SecretText.FitsAHeader(text)
        ? text
        : throw new FaultException(new Fault(GeneralMessages.InvalidValue, "the key is empty or has characters that no header can carry") { Where = "--key" });
}
