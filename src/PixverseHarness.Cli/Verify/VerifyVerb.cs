using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Suite;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary><c>pixverse verify</c>: holds an implementation of the API against the contract, clause by clause.</summary>
internal sealed class VerifyVerb : Verb
{
    private const int Cores = 2;

    private readonly TargetFlags _aim = new();
    private readonly ProfileFlags _profile = new();
    private readonly Option<string[]> _clauses = OptionOf.Values("--clause", "ID", "Checks only this clause.", ReadClause);
    private readonly Option<bool> _list = OptionOf.Flag("--list", "Lists the checks with what they cost, and sends nothing.");
    private readonly Option<bool> _selfTest = OptionOf.Flag("--self-test", "Proves that the checks bite: runs every mutant, and the right twin under 50 seeds.");
    private readonly Option<bool> _quick = OptionOf.Flag("--quick", "With --self-test: lets a mutant go at the first clause that it violates.");
    private readonly Option<bool> _dryRun = OptionOf.Flag("--dry-run", "Lists every request and its worst-case price, and sends nothing.");

    private readonly Option<decimal?> _mostSpend = OptionOf.Number(
        "--max-spend", "DOLLARS", "The most that may be spent; 0 leaves the free probes. Default: 0 for live, else no limit.", 0, 1_000_000);

    private readonly Option<string[]> _reports = OptionOf.Values("--report", "FORMATS", "Report files, with commas between: json, junit, sarif, markdown, html.", ReadFormats);
    private readonly Option<string?> _reportFolder = OptionOf.Text("--report-dir", "FOLDER", "Where report files go. Default " + ReportFiles.UsualFolder + ".");

    private readonly SnapshotFlags _snapshots = new();
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
        _aim.AddTo(this);
        _profile.AddTo(this);
        foreach (var option in (Option[])
            [_clauses, _list, _selfTest, _quick, _dryRun, _mostSpend, _reports, _reportFolder, _client])
        {
            Options.Add(option);
        }

        _snapshots.AddTo(this);
        Arguments.Add(_command);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse verify", "Checks the embedded twin on a moved clock: an hour of retention and a week of files in about a second."),
        new("pixverse verify --host wiremock", "The same over WireMock.Net, on a free port."),
        new("pixverse verify --clause PV-STATUS-020 --mutant failed-as-200", "Shows a finding: a twin that is wrong on purpose."),
        new("pixverse verify --client -- python3 my_client.py", "Checks every request that your own program sends."),
        new("pixverse verify --accept", "Pins every answer in files below pixverse-snapshots; verify --snapshots then shows what changed."),
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
            return await new ClientRun(context, _profile.Apply(context, ApiProfile.Documented), _snapshots, Files(context)).RunAsync(command, cancellationToken);
        }

        if (command.Length > 0)
        {
            throw new FaultException(ParseFaults.Stray(command[0], this));
        }

        if (context.Get(_list))
        {
            _snapshots.Refuse(context, _list.Name);
            return List(context);
        }

        if (context.Get(_selfTest))
        {
            _snapshots.Refuse(context, _selfTest.Name);
            return await new SelfTestRun(context).RunAsync(context.Get(_quick), cancellationToken);
        }

        var profile = _profile.Apply(context, ApiProfile.Documented);
        var options = Suite(context);
        if (context.Get(_dryRun))
        {
            return await new Rehearsal(context, profile, _snapshots).RunAsync(options, _aim.IsTwin(context), cancellationToken);
        }

        using var connections = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
        using var invoker = new HttpMessageInvoker(connections);
        await using var aimed = await _aim.AimAsync(context, profile, invoker, cancellationToken);
        var (target, snapshots) = (aimed.Target, new SnapshotRun(context, _snapshots));
        if (_snapshots.IsAccepting(context))
        {
            return await snapshots.AcceptAsync(target, options.MostSpend, cancellationToken);
        }

        var start = context.Edges.Clock.GetTimestamp();
        var suite = new VerificationSuite();
        var result = await suite.RunAsync(target, options, cancellationToken);
        var pinned = _snapshots.AreAsked(context) ? await snapshots.RunAsync(target, SnapshotRun.LeftBy(suite, options), cancellationToken) : null;
        return Report(context, result, pinned, target.Kind, context.Edges.Clock.GetElapsedTime(start));
    }

    private int Report(VerbContext context, SuiteResult result, SnapshotResult? pinned, TargetKind kind, TimeSpan time)
    {
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(VerifyDocument.Of(result, pinned), CliJson.Readable.VerifyDocument));
        }
        else
        {
            WriteText(context, result, pinned, time);
        }

        Files(context).Write(SuiteRecord.Of(result, kind, pinned), result.Scripts);
        if (!result.CheckedAnything)
        {
            throw new FaultException(new Fault(VerifyMessages.NothingChecked, $"of {result.Clauses.Length} clauses none could be checked"));
        }

        return result.HasErrors || pinned?.Report.HasFailures == true ? ExitCodes.Findings : result.OwnFaults.IsEmpty ? ExitCodes.Ok : ExitCodes.OwnFault;
    }

    private static void WriteText(VerbContext context, SuiteResult result, SnapshotResult? pinned, TimeSpan time)
    {
        var snapshots = new SnapshotText(context.Output);
        if (pinned is not null)
        {
            snapshots.WriteFailures(pinned.Report);
        }

        new VerifyText(context.Output).Write(result, time);
        if (pinned is not null)
        {
            snapshots.WriteCounts(pinned);
        }
    }

    private ReportFiles Files(VerbContext context) => new(context, context.Get(_reports)!, context.Get(_reportFolder) ?? ReportFiles.UsualFolder);

    private SuiteOptions Suite(VerbContext context) => new()
    {
        Seed = context.Seed,
        Clauses = [.. context.Get(_clauses)!],
        MostSpend = context.Get(_mostSpend) is { } dollars ? MicroDollars.FromDollars(dollars) : _aim.IsLive(context) ? MicroDollars.Zero : null,
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
