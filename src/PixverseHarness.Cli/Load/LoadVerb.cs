using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Planning;
using PixverseHarness.Reporting;
using PixverseHarness.Results.Documents;
using Spectre.Console;

namespace PixverseHarness.Cli.Load;

/// <summary><c>pixverse load</c>: plays a scenario file and reports what it showed.</summary>
internal sealed class LoadVerb : Verb
{
    /// <summary>The environment variable that holds the API key of a target other than the embedded twin.</summary>
    public const string KeyVariable = "SEGMIND_API_KEY";

    private readonly Argument<string?> _file = new("FILE")
    {
        HelpName = "FILE",
        Description = "A load scenario, such as scenarios/smoke/submit-poll.json.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _out = OptionOf.Text("--out", "DIR", "Folder of the reports. Default reports/runs/NAME-SEED.");

    private readonly Option<string?> _resume = OptionOf.Text(
        "--resume", "DIR", "Follows the jobs of a run that was cut off, from the ledger in its folder; submits none.");

    private readonly LoadOverrides _overrides = new();

    private readonly Option<string?> _engine = OptionOf.Word(
        "--engine", "NAME", "Who starts the jobs: pixverse (default) or nbomber, in builds that have it.", LoadEngine.Names);

    private readonly PlanRequest _plan = new();

    private readonly Option<bool> _schema = OptionOf.Flag("--schema", "Prints the JSON schema of load scenarios.");

    /// <summary>Declares the verb.</summary>
    public LoadVerb()
        : base("load", "Plays a load scenario against the embedded twin, a URL or the live API, and reports what it showed.")
    {
        Arguments.Add(_file);
        _overrides.AddTo(this);
        foreach (var option in (Option[])[_out, _resume, _engine, _schema])
        {
            Options.Add(option);
        }

        _plan.AddTo(this);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse load scenarios/smoke/submit-poll.json", "Half a minute of jobs on the embedded twin; reports in reports/runs/submit-poll-1."),
        new("pixverse load scenarios/load/steady.json --target http://127.0.0.1:8787 --seed 7", "A steady load on a twin that somebody else serves."),
        new("pixverse load --plan --rate 30/m --rpm 50 --workers 8 --balance 100", "What an hour at that rate comes to, and which limit binds first; sends nothing."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections =>
    [
        new("Environment",
        [
            (KeyVariable, "the API key of a URL or of the live API"),
            ("PIXVERSE_MAX_JOBS", "stands in for --max-jobs, and so on for each option that overrides the file, --seed included; the option itself wins"),
        ]),
    ];

    /// <inheritdoc/>
    /// <exception cref="FaultException">The scenario or the command line is wrong; nothing was sent then.</exception>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        if (context.Get(_schema))
        {
            context.Output.Write(LoadScenarioSchema.Text());
            return ExitCodes.Ok;
        }

        if (context.Get(_file) is not { } file)
        {
            return _plan.IsAsked(context)
                ? Show(context, _plan.OfRate(context))
                : throw new FaultException(new Fault(GeneralMessages.MissingArgument, "pixverse load needs FILE, or --plan and --rate"));
        }

        var order = Order(context, LoadScenarioReader.Parse(file, context.ReadFile(file)));
        if (_plan.IsAsked(context))
        {
            if (order.Scenario.Breakpoint is not null)
            {
                context.Error.WriteLine("a search: this is the plan of its first step; the steps after it send more");
            }

            return Show(context, _plan.Of(context, order));
        }

        _plan.RefuseWithoutPlan(context);
        RefuseImpossible(order);
        RefuseUnguarded(context, order);
        return await PlayAsync(context, order, LoadEngine.For(order), cancellationToken);
    }

    private static int Show(VerbContext context, LoadPlan plan)
    {
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(ForecastDocument.Of(plan), CliJson.Readable.ForecastDocument));
        }
        else
        {
            PlanPage.Write(plan, context);
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> PlayAsync(VerbContext context, LoadOrder order, LoadEngine engine, CancellationToken cancellationToken)
    {
        if (order.ResumedFolder is { } resumed && SayWhatIsLeft(context, RunLedger.ReadFolder(resumed, context)) == 0)
        {
            return ExitCodes.Ok;
        }

        await WarmUp.RunAsync(context, cancellationToken);
        await using var target = await LoadTarget.OpenAsync(order.Target, order.Scenario, order.Twin, context, cancellationToken);
        context.Error.WriteLine($"{order.Scenario.Name}: seed {order.Seed}, target {target.Address.GetLeftPart(UriPartial.Authority)}");
        if (order is { Scenario.Breakpoint: not null, ResumedFolder: null })
        {
            var code = await new BreakpointRunner(context, order).RunAsync(target, cancellationToken);
            SayWhatIsOpen(context, order, target);
            return code;
        }

        var runner = new LoadRunner(context, order, engine);
        var ending = context.IsPlain
            ? await runner.RunAsync(target, new PlainLoadBoard(context.Error), cancellationToken)
            : await context.Terminal.Live(new Text("")).AutoClear(true)
                .StartAsync(display => runner.RunAsync(target, new LiveLoadBoard(display), cancellationToken));
        RunFolder.Write(order.Folder, ending.Run, ending.Host, context);
        RunExporters.Find(context.IsJson ? "json" : "text")!.Write(ending.Run, ending.Host, context.Output);
        context.Error.WriteLine($"{Why(ending)}reports in {order.Folder}");
        SayWhatIsOpen(context, order, target);
        return ending.ExitCode;
    }

    // The embedded twin takes its jobs with it; everybody else still works on them, and may charge for them.
    private static void SayWhatIsOpen(VerbContext context, LoadOrder order, LoadTarget target)
    {
        var folder = order.ResumedFolder ?? order.Folder;
        if (target.Kind != TargetKind.Simulator && RunLedger.ReadFolder(folder, context).Unresolved.Length is > 0 and var open)
        {
            context.Error.WriteLine(FormattableString.Invariant(
                $"{open} accepted jobs have no end in the ledger: the same command with --resume {folder} follows them to it"));
        }
    }

    private static int SayWhatIsLeft(VerbContext context, LedgerContents ledger)
    {
        var open = ledger.Unresolved.Length + ledger.PossiblyBilled.Length;
        context.Error.WriteLine(open == 0
            ? FormattableString.Invariant($"nothing to resume: all {ledger.Resolved} submits in the ledger have ended")
            : FormattableString.Invariant(
                $"resuming: {ledger.Resolved} submits had ended, {ledger.Unresolved.Length} are followed to their end, {ledger.PossiblyBilled.Length} are possibly billed; thresholds are not judged"));
        return open;
    }

    private static string Why(LoadEnding ending) => ending.Result switch
    {
        { Fault: { } fault } => $"stopped by a fault of ours ({fault.GetType().Name}: {fault.Message.TrimEnd('.')}); ",
        { Reason: StopReason.Interrupted, WasCutShort: true } => "stopped at once; ",
        { Reason: StopReason.Interrupted } => "interrupted: nothing more was submitted, jobs in flight were followed; ",
        { Reason: StopReason.BudgetSpent } => "the budget was spent; ",
        { ReasonText: { } text } => $"{text} ",
        _ => "",
    };

    private LoadOrder Order(VerbContext context, LoadScenario scenario)
    {
        var resumed = context.Get(_resume);
        var seed = context.SeedOr(resumed is null ? scenario.Seed : RunLedger.ReadFolder(resumed, context).Seed ?? scenario.Seed);
        return new LoadOrder
        {
            Seed = seed,
            Target = _overrides.TargetOf(context, scenario),
            Folder = context.Get(_out) ?? (resumed is null ? RunFolder.Usual(scenario.Name!, seed) : Path.Combine(resumed, "resumed")),
            ResumedFolder = resumed,
            Engine = context.Get(_engine) ?? LoadEngine.Pixverse,
            Scenario = _overrides.Apply(context, scenario),
        };
    }

    // The reader has checked the file; what overrides it can still contradict it.
    private static void RefuseImpossible(LoadOrder order)
    {
        var scenario = order.Scenario;
        if (scenario.MaxInFlight is { } most && order.Schedule.MostCopies is var copies && copies > most)
        {
            throw new FaultException(new Fault(
                LoadMessages.CapBelowCopies, FormattableString.Invariant($"\"{most}\" is below the {copies} copies that a simulation keeps in flight"))
            {
                Where = "--max-in-flight",
            });
        }
    }

    // A file can be copied without a thought; money takes a word on the command line.
    private void RefuseUnguarded(VerbContext context, LoadOrder order)
    {
        if (order.ResumedFolder is not null && LoadTarget.KindOf(order.Target) == TargetKind.Simulator)
        {
            throw new FaultException(new Fault(LoadMessages.NothingToResume, "the embedded twin of that run is gone") { Where = "--resume" });
        }

        if (LoadTarget.KindOf(order.Target) != TargetKind.Live)
        {
            return;
        }

        if (!_overrides.LimitsMoney(context))
        {
            throw new FaultException(new Fault(LoadMessages.NoBudget, "the live API is paid, and --max-spend is missing"));
        }

        if (context.Edges.Variable(KeyVariable) is not { Length: > 0 })
        {
            throw new FaultException(new Fault(LoadMessages.NoKey, $"{KeyVariable} is not set"));
        }
    }
}
