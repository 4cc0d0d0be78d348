using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Suite;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary><c>pixverse verify</c>: holds an implementation of the API against the contract, clause by clause.</summary>
internal sealed class VerifyVerb : Verb
{
    private const int Cores = 2;

    // A twin keeps a bounded number of sessions: runs share a few sets of them, and each run makes its own anew.
    private const ulong SessionSets = 8;
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(3);

    private readonly Option<string?> _target = OptionOf.Text(
        "--target", "URL", "What is checked: simulator (the embedded twin), a base URL, or live. Default simulator.");

    private readonly ProfileFlags _profile = new();
    private readonly Option<string[]> _clauses = OptionOf.Values("--clause", "ID", "Checks only this clause.", ReadClause);
    private readonly Option<string?> _mutant = OptionOf.Text("--mutant", "ID", "Makes the embedded twin wrong in one way.");
    private readonly Option<bool> _list = OptionOf.Flag("--list", "Lists the checks with what they cost, and sends nothing.");
    private readonly Option<bool> _selfTest = OptionOf.Flag("--self-test", "Proves that the checks bite: runs every mutant, and the right twin under 50 seeds.");
    private readonly Option<bool> _quick = OptionOf.Flag("--quick", "With --self-test: lets a mutant go at the first clause that it violates.");
    private readonly Option<bool> _dryRun = OptionOf.Flag("--dry-run", "Lists every request and its worst-case price, and sends nothing.");

    private readonly Option<decimal?> _mostSpend = OptionOf.Number(
        "--max-spend", "DOLLARS", "The most that may be spent; 0 leaves the free probes. Default: 0 for live, else no limit.", 0, 1_000_000);

    private readonly Option<TimeSpan?> _wait = OptionOf.Duration("--wait", "The longest wait where the target's clock cannot be moved. Default 3m.");
    private readonly Option<string[]> _reports = OptionOf.Values("--report", "FORMATS", "Report files, with commas between: json, junit, sarif, markdown, html.", ReadFormats);
    private readonly Option<string?> _reportFolder = OptionOf.Text("--report-dir", "FOLDER", "Where report files go. Default reports/runs.");

    private readonly Option<bool> _client = OptionOf.Flag("--client", "Checks what the program behind -- sends, instead of an implementation.");

    private readonly Argument<string[]> _command = new("-- COMMAND ARGS")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "With --client: the program to run, told of the twin by PIXVERSE_BASE_URL, SEGMIND_BASE_URL and SEGMIND_API_KEY.",
    };

    /// <summary>Declares the verb.</summary>
    public VerifyVerb()
        : base("verify", "Checks an implementation of the API against the contract, clause by clause.")
    {
        Options.Add(_target);
        _profile.AddTo(this);
        foreach (var option in (Option[])
            [_clauses, _mutant, _list, _selfTest, _quick, _dryRun, _mostSpend, _wait, _reports, _reportFolder, _client])
        {
            Options.Add(option);
        }

        Arguments.Add(_command);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse verify", "Checks the embedded twin on a moved clock: an hour of retention and a week of files in about a second."),
        new("pixverse verify --clause PV-STATUS-020 --mutant failed-as-200", "Shows a finding: a twin that is wrong on purpose."),
        new("pixverse verify --client -- python3 my_client.py", "Checks every request that your own program sends."),
        new("pixverse verify --self-test", "Shows that every check can fail, and that none fails for nothing."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections => [ProfileFlags.SwitchSection];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var command = context.Get(_command)!;
        if (context.Get(_client))
        {
            return await new ClientRun(context, _profile.Apply(context, ApiProfile.Documented)).RunAsync(command, cancellationToken);
        }

        if (command.Length > 0)
        {
            throw new FaultException(ParseFaults.Stray(command[0], this));
        }

        if (context.Get(_list))
        {
            return List(context);
        }

        if (context.Get(_selfTest))
        {
            return await new SelfTestRun(context).RunAsync(context.Get(_quick), cancellationToken);
        }

        var profile = _profile.Apply(context, ApiProfile.Documented);
        var options = Suite(context);
        if (context.Get(_dryRun))
        {
            return await new Rehearsal(context, profile).RunAsync(options, isTwin: Target(context) == "simulator", cancellationToken);
        }

        using var connections = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
        using var invoker = new HttpMessageInvoker(connections);
        var target = await AimAsync(context, profile, invoker, cancellationToken);
        var start = context.Edges.Clock.GetTimestamp();
        var result = await new VerificationSuite().RunAsync(target, options, cancellationToken);
        return Report(context, result, target.Kind, context.Edges.Clock.GetElapsedTime(start));
    }

    private int Report(VerbContext context, SuiteResult result, TargetKind kind, TimeSpan time)
    {
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(VerifyDocument.Of(result), CliJson.Readable.VerifyDocument));
        }
        else
        {
            new VerifyText(context.Output).Write(result, time);
        }

        new ReportFiles(context).Write(result, kind, context.Get(_reports)!, context.Get(_reportFolder) ?? "reports/runs");
        if (!result.CheckedAnything)
        {
            throw new FaultException(new Fault(VerifyMessages.NothingChecked, $"of {result.Clauses.Length} clauses none could be checked"));
        }

        return result.HasErrors ? ExitCodes.Findings : result.OwnFaults.IsEmpty ? ExitCodes.Ok : ExitCodes.OwnFault;
    }

    private string Target(VerbContext context) => context.Get(_target) ?? "simulator";

    private async Task<ITarget> AimAsync(VerbContext context, ApiProfile profile, HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        var name = Target(context);
        if (name == "simulator")
        {
            var mutant = context.Get(_mutant) is { } id ? VerifyMessages.Mutant(id, "--mutant") : null;
            return new EmbeddedTarget(new TwinOptions { Seed = context.Seed, Profile = profile, Mutant = mutant });
        }

        var isLive = name == "live";
        var baseUrl = isLive ? Operations.LiveOrigin.GetLeftPart(UriPartial.Authority) : BaseUrl(name);
        var key = context.Edges.Variable("SEGMIND_API_KEY");
        if (isLive && string.IsNullOrEmpty(key))
        {
            throw new FaultException(new Fault(VerifyMessages.NoKey, "SEGMIND_API_KEY is not set"));
        }

        var (kind, shortened) = isLive ? (TargetKind.Live, 1) : await new TargetProbe(invoker, context.Edges.Clock).AskAsync(baseUrl, cancellationToken);
        return new HttpTarget(
            new HttpTargetOptions
            {
                BaseUrl = baseUrl,
                Kind = kind,
                Profile = profile,
                Key = string.IsNullOrEmpty(key) ? "SG_0000000000000001" : key,
                Clock = context.Edges.Clock,
                LongestWait = context.Get(_wait) ?? UsualWait,
                Run = $"verify-{context.Seed % SessionSets}",
                Shortened = shortened,
            },
            invoker);
    }

    private static string BaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : throw OptionOf.NotOneOf("--target", text, ["simulator", "live", "http://127.0.0.1:8787"]);

    private SuiteOptions Suite(VerbContext context) => new()
    {
        Seed = context.Seed,
        Clauses = [.. context.Get(_clauses)!],
        MostSpend = context.Get(_mostSpend) is { } dollars ? MicroDollars.FromDollars(dollars) : Target(context) == "live" ? MicroDollars.Zero : null,
        Parallel = Cores,
    };

    private static int List(VerbContext context)
    {
        foreach (var check in CheckCatalogue.All.OrderBy(c => c.Cost))
        {
            var price = Expense.Sum(check.Expenses);
            context.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{check.Name,-22}  {Naming(check.Cost),-16}  at most {price,-8}  {check.Clauses.Length} clauses, {check.Clauses[0]} ..."));
        }

        foreach (var (id, reason) in NotCheckable.Reasons)
        {
            context.Output.WriteLine($"{id}: not checkable: it {reason}");
        }

        return ExitCodes.Ok;
    }

    private static string Naming(CheckCost cost) => cost switch
    {
        CheckCost.ExpectedToFail => "expected to fail",
        _ => cost.ToString().ToLowerInvariant(),
    };

    private static string ReadClause(string text) => ClauseCatalogue.Find(text.ToUpperInvariant())?.Id ?? throw new FaultException(
        Fault.NotOneOf(VerifyMessages.UnknownClause, $"{Quoted.Of(text)} is no clause", text, ClauseCatalogue.All.Select(c => c.Id)) with { Where = "--clause" });

    private static string ReadFormats(string text)
    {
        foreach (var format in text.Split(','))
        {
            if (!ReportFiles.Formats.Contains(format))
            {
                throw OptionOf.NotOneOf("--report", format, ReportFiles.Formats);
            }
        }

        return text;
    }
}
