using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Metrics;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Cli.Verify;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Cli.Simulate;

/// <summary><c>pixverse simulate</c>: serves the twin over HTTP until Ctrl-C.</summary>
internal sealed class SimulateVerb : Verb
{
    private const int UsualPort = 8787;
    private readonly TwinFlags _twin = new();
    private readonly ListenFlags _listen = new();

    private readonly Option<int?> _port = OptionOf.Integer(
        "--port", "N", $"Port to listen on; 0 takes a free one. Default {UsualPort}.", 0, 65_535);

    private readonly Option<string?> _scenario = OptionOf.Text(
        "--scenario", "FILE", "A scenario file whose twin is served; the options override it.");

    private readonly Option<TwinHost> _host = OptionOf.Choice(
        "--host", "What serves it; wiremock cannot break connections and says so.", TwinHost.Kestrel, [("kestrel", TwinHost.Kestrel), ("wiremock", TwinHost.WireMock)]);

    private readonly Option<bool> _log = OptionOf.Flag("--log", "Writes one line a request to standard error; keys are redacted.");

    private readonly Option<bool> _explain = OptionOf.Flag("--explain", "Prints which faults which calls will meet, and serves nothing.");

    private readonly Option<string?> _payloads = OptionOf.Text(
        "--payloads", "FILE", "With --explain: the bodies to explain, one JSON object a line. Default: one sample.");

    private readonly Option<string?> _mutant = OptionOf.Text(
        "--mutant", "ID", "Serves a twin that is wrong on purpose in one way; pixverse verify --self-test lists the ids.");

    /// <summary>Declares the verb.</summary>
    public SimulateVerb()
        : base("simulate", "Serves the twin of the API over HTTP until Ctrl-C.")
    {
        Options.Add(_port);
        _listen.AddTo(this);
        _twin.AddTo(this);
        Options.Add(_scenario);
        Options.Add(_host);
        Options.Add(_log);
        Options.Add(_explain);
        Options.Add(_payloads);
        Options.Add(_mutant);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse simulate --pace 20 --log", "Serves a twin whose jobs take about 2 s instead of 44, and shows every request."),
        new("pixverse simulate --port 0 --plan flexible --credits 2 --seed 7", "A small account on a free port: meet 429 and 406 for real, alike each time."),
        new("pixverse simulate --scenario scenarios/faults/flaky-polls.json --explain", "Says in advance which polls of which attempt will fail."),
        new("pixverse simulate --profile observed --switch retention=completion", "The API as third parties saw it, with one choice changed."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections => [ProfileFlags.SwitchSection, .. TriggerHelp.Sections];

    /// <inheritdoc/>
    /// <exception cref="FaultException">The port is taken (PXH0301), the scenario is wrong, or the admin API would be open to strangers (PXH0221).</exception>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var scenario = context.Get(_scenario) is { } path ? ScenarioFile.Read(path, context) : ScenarioFile.Empty;
        var mutant = context.Get(_mutant) is { } id ? VerifyMessages.Mutant(id, "--mutant") : null;
        var options = _twin.Apply(context, scenario.Twin, context.SeedOr(scenario.Seed)) with { Mutant = mutant };
        if (context.Get(_explain))
        {
            Explain(context, scenario.Purpose, options);
            return ExitCodes.Ok;
        }

        using var export = OtlpExport.Start(context);
        var log = context.Get(_log) ? new RequestLog(context.Error) : null;
        var twin = await StartAsync(context, options, log, cancellationToken);
        Announce(context, twin);
        await TwinListener.WaitForEndAsync(twin.Core, cancellationToken);
        export?.Flush();
        await twin.StopAsync();
        Warn(context, twin.Core);
        if (log is { Lost: > 0 })
        {
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warning: {log.Lost} requests were answered but could not be logged."));
        }

        context.Error.WriteLine($"stopped after {Served(twin.Core)}");
        return ExitCodes.Ok;
    }

    private async Task<ListeningTwin> StartAsync(VerbContext context, TwinOptions options, RequestLog? log, CancellationToken cancellationToken)
    {
        var (address, token) = _listen.Read(context);
        var served = new PixverseTwinOptions
        {
            Twin = options with { AdminToken = token },
            Address = address,
            Port = context.Get(_port) ?? UsualPort,
            OnEntry = log is null ? null : log.Write,
            OnFault = new TwinFaults(context.Error).Write,
        };
        return context.Get(_host) == TwinHost.WireMock
            ? ListeningTwin.Of(TwinListener.StartOnWireMock(context, served))
            : ListeningTwin.Of(await TwinListener.StartAsync(context, served, cancellationToken));
    }

    private void Explain(VerbContext context, string? purpose, TwinOptions options)
    {
        var bodies = context.Get(_payloads) is { } path
            ? Encoding.UTF8.GetString(context.ReadFile(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [SampleBody.Text];
        var key = options.Keys.IsEmpty ? SampleBody.Key : options.Keys[0];
        var document = new ExplainDocument(
            1,
            purpose,
            options.Seed,
            options.Profile.Name,
            [.. options.Faults.Select(r => ExplainedRule.Of(r, options.Pace))],
            [.. bodies.Select(b => ExplainedBody.Of(options, key, b))]);
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.ExplainDocument));
        }
        else
        {
            ExplainPage.Write(context.Output, document);
        }
    }

    private static void Warn(VerbContext context, TwinCore core)
    {
        var idle = core.FaultUses().Where(u => u.Times == 0).Select(u => Quoted.Of(u.Rule.Id)).ToArray();
        if (idle.Length > 0)
        {
            context.Error.WriteLine($"warning: nothing in this run met {(idle.Length == 1 ? "the fault" : "the faults")} {string.Join(", ", idle)}. Run with --explain to see what would.");
        }
    }

    private static void Announce(VerbContext context, ListeningTwin twin)
    {
        var options = twin.Core.Options;
        var origin = twin.Origin.GetLeftPart(UriPartial.Authority);
        if (context.IsJson)
        {
            var document = new ListeningDocument(1, origin, twin.SdkBaseUrl, options.Seed, options.Profile.Name);
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.OneLine.ListeningDocument));
            return;
        }

        context.Output.WriteLine($"listening on {origin}");
        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {options.Seed}, profile {options.Profile.Name}, {(options.ManualClock ? "manual clock" : "real clock")}, pace {options.Pace}, {Limit(options)}, ${options.Credits.ToDollars():0.######} a key"));
        context.Output.WriteLine($"base URL for an SDK: {twin.SdkBaseUrl}   control: {origin}/__admin/health   end: Ctrl-C");
        context.Output.Flush();
    }

    private static string Limit(TwinOptions options) => options.RequestsPerMinute is { } submits
        ? string.Create(CultureInfo.InvariantCulture, $"{submits} submits a minute")
        : $"plan {options.Plan.Name}";

    private static string Served(TwinCore core)
    {
        var jobs = core.Ledger().Aggregate((Accepted: 0L, Completed: 0L), (sum, line) => (sum.Accepted + line.Jobs.Accepted, sum.Completed + line.Jobs.Completed));
        return string.Create(CultureInfo.InvariantCulture, $"{jobs.Accepted} {(jobs.Accepted == 1 ? "job" : "jobs")} accepted, {jobs.Completed} completed");
    }
}
