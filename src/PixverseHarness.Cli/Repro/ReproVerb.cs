using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Cli.Repro;

/// <summary><c>pixverse repro</c>: meets one error on purpose, shows it, and says what to do about it.</summary>
internal sealed class ReproVerb : Verb
{
    private readonly Argument<string?> _what = new("WHAT")
    {
        Description = "An error cause (insufficient_credits), a status (429) or a fault (lost_answer).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _list = OptionOf.Flag("--list", "Lists everything that can be reproduced, by status.");
    private readonly Option<bool> _keep = OptionOf.Flag("--keep", "Leaves the twin running until Ctrl-C, in the state that met the error.");
    private readonly Option<int?> _port = OptionOf.Integer("--port", "N", "Port on 127.0.0.1; 0 takes a free one. Default 0.", 0, 65_535);

    private readonly Option<string?> _profile = OptionOf.Word(
        "--profile", "NAME", "Which reading of the API holds: documented or observed. Default: the documented one wherever it knows the error.", [ApiProfile.Documented.Name, ApiProfile.Observed.Name]);

    /// <summary>Declares the verb.</summary>
    public ReproVerb()
        : base("repro", "Reproduces one error on a twin: shows the exchange, what it means and how to see it again.")
    {
        _what.CompletionSources.Add([.. ReproCases.Names]);
        Arguments.Add(_what);
        Options.Add(_list);
        Options.Add(_keep);
        Options.Add(_port);
        Options.Add(_profile);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse repro --list", "Everything that can be reproduced, by status, one line each."),
        new("pixverse repro 429", "A used-up rate limit: both exchanges, the reset instant, and what a client should do."),
        new("pixverse repro 406 --profile observed", "Where the API page and what was seen live disagree."),
        new("pixverse repro lost_answer --keep --port 8788", "Keeps the twin, so that your program can meet it too."),
    ];

    /// <inheritdoc/>
    /// <exception cref="FaultException">The name is unknown (PXH0701), or the port is taken (PXH0301).</exception>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        if (context.Get(_list))
        {
            List(context);
            return ExitCodes.Ok;
        }

        var what = context.Get(_what) ?? throw new FaultException(new Fault(GeneralMessages.MissingArgument, "pixverse repro needs WHAT: a cause, a status or a fault") { Next = "Run: pixverse repro --list" });
        var found = Find(what, context.Get(_profile) is { } name ? ApiProfile.Find(name) : null);
        var repro = found[0] with { Twin = found[0].Twin with { Seed = context.Seed } };
        await using var twin = await TwinListener.StartAsync(
            context, new PixverseTwinOptions { Twin = repro.Twin, Port = context.Get(_port) ?? 0 }, cancellationToken);
        var run = await ReproRun.PlayAsync(repro, twin, context.Edges.Clock, cancellationToken);
        var isKept = context.Get(_keep);
        Write(context, Describe(what, run, [.. found.Skip(1).Select(c => c.Name)]), isKept);
        if (!run.IsAsExpected)
        {
            throw new FaultException(new Fault(ReproMessages.NotMet, $"{repro.Name} ended with {EndWords.Of(run.Last.Status, run.Last.End)} instead of {repro.Outcome}"));
        }

        if (isKept)
        {
            await TwinListener.WaitForEndAsync(cancellationToken);
        }

        return ExitCodes.Ok;
    }

    private static ImmutableArray<ReproCase> Find(string what, ApiProfile? profile)
    {
        if (int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            var reading = profile ?? ApiProfile.Documented;
            var met = ReproCases.OfStatus(status, reading);
            return met.IsEmpty ? throw UnknownStatus(what, reading) : met;
        }

        return ReproCases.Names.Contains(what)
            ? [ReproCases.Of(what, profile ?? ReproCases.UsualProfile(what))]
            : throw new FaultException(Fault.NotOneOf(ReproMessages.UnknownName, $"unknown error {Quoted.Of(what)}", what, ReproCases.Names));
    }

    private static FaultException UnknownStatus(string what, ApiProfile profile)
    {
        var known = ErrorCauses.All.Select(c => ReproCases.Of(c.Name, profile).Status).Distinct().Order();
        return new FaultException(new Fault(ReproMessages.UnknownName, $"no error has the status {Quoted.Of(what)} under the {profile.Name} profile")
        {
            Next = $"Known: {string.Join(", ", known)}. Run: pixverse repro --list",
        });
    }

    private static ReproDocument Describe(string what, ReproRun run, ImmutableArray<string> others)
    {
        var cause = run.Case.Cause;
        var reaction = cause is null ? Reaction.ToFault(run.Case.Name) : Reaction.To(cause.Retry);
        var profile = run.Case.Twin.Profile;
        return new ReproDocument(
            1,
            run.Case.Name,
            cause?.Name,
            profile.Name,
            run.Case.Twin.Seed,
            run.Origin.GetLeftPart(UriPartial.Authority),
            EndWords.Of(run.Last.Status, run.Last.End),
            run.Last.Status,
            run.Exchanges,
            MeaningOf(run.Case.Name, cause),
            reaction.Advice,
            reaction.Source.ToString(),
            run.Billed,
            ProfileAnswer.Of(run.Case.Name),
            others,
            $"pixverse repro {what} --keep --port {run.Origin.Port.ToString(CultureInfo.InvariantCulture)}{(profile.Name.StartsWith(ApiProfile.Observed.Name, StringComparison.Ordinal) ? " --profile observed" : "")}",
            run.Case.Twin.ManualClock ? $"curl -sS -X PUT {run.Origin.GetLeftPart(UriPartial.Authority)}/__admin/clock -d '{{\"action\":\"resume\"}}'" : null,
            Snippets.Of(run.Origin, run.Final));
    }

    private static string MeaningOf(string name, ErrorCause? cause) => cause is null ? Simulator.Faults.FaultCatalogue.FindKind(name)!.Summary : cause.When;

    private static void Write(VerbContext context, ReproDocument document, bool isKept)
    {
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.ReproDocument));
        }
        else
        {
            ReproPage.Write(context.Output, document, isKept);
        }

        context.Output.Flush();
    }

    private void List(VerbContext context)
    {
        var profile = context.Get(_profile) is { } name ? ApiProfile.Find(name)! : null;
        var entries = ReproCases.Names.Select(one =>
        {
            var found = ReproCases.Of(one, profile ?? ReproCases.UsualProfile(one));
            var cause = ErrorCauses.Find(one);
            return new ReproListEntry(one, found.Outcome, MeaningOf(one, cause), cause is not null);
        });
        var document = new ReproListDocument(1, (profile ?? ApiProfile.Documented).Name, [.. entries.OrderBy(e => !e.IsCause).ThenBy(e => e.IsCause ? e.Outcome : "", StringComparer.Ordinal)]);
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.ReproListDocument));
        }
        else
        {
            ReproPage.Write(context.Output, document);
        }
    }
}
