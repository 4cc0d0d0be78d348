using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Cli.Simulate;

/// <summary><c>pixverse simulate</c>: serves the twin over HTTP until Ctrl-C.</summary>
internal sealed class SimulateVerb : Verb
{
    private const int UsualPort = 8787;
    private readonly TwinFlags _twin = new();

    private readonly Option<int?> _port = OptionOf.Integer(
        "--port", "N", $"Port on 127.0.0.1; 0 takes a free one. Default {UsualPort}.", 0, 65_535);

    private readonly Option<string?> _scenario = OptionOf.Text(
        "--scenario", "FILE", "A scenario file whose twin is served; the options override it.");

    private readonly Option<bool> _log = OptionOf.Flag("--log", "Writes one line a request to standard error; keys are redacted.");

    /// <summary>Declares the verb.</summary>
    public SimulateVerb()
        : base("simulate", "Serves the twin of the API over HTTP until Ctrl-C.")
    {
        Options.Add(_port);
        _twin.AddTo(this);
        Options.Add(_scenario);
        Options.Add(_log);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse simulate --pace 20 --log", "Serves a twin whose jobs take about 2 s instead of 44, and shows every request."),
        new("pixverse simulate --port 0 --plan flexible --credits 2 --seed 7", "A small account on a free port: meet 429 and 406 for real, alike each time."),
        new("pixverse simulate --profile observed --switch retention=completion", "The API as third parties saw it, with one choice changed."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections => [ProfileFlags.SwitchSection, .. TriggerHelp.Sections];

    /// <inheritdoc/>
    /// <exception cref="FaultException">The port is taken (PXH0301), or the scenario is wrong.</exception>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var scenario = context.Get(_scenario) is { } path ? ScenarioFile.Read(path, context) : ScenarioFile.Empty;
        var options = _twin.Apply(context, scenario.Twin, context.SeedOr(scenario.Seed));
        await using var twin = await StartAsync(context, options, cancellationToken);
        Announce(context, twin);

        // Ctrl-C is how this verb ends, not an interruption of it.
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(() => stopped.SetResult()))
        {
            await stopped.Task;
        }

        await twin.StopAsync(CancellationToken.None);
        context.Error.WriteLine($"stopped after {Served(twin.Core)}");
        return ExitCodes.Ok;
    }

    private async Task<PixverseTwin> StartAsync(VerbContext context, TwinOptions options, CancellationToken cancellationToken)
    {
        var port = context.Get(_port) ?? UsualPort;
        var log = context.Get(_log) ? new RequestLog(context.Error) : null;
        try
        {
            return await PixverseTwin.StartAsync(
                new PixverseTwinOptions { Twin = options, Port = port, OnEntry = log is null ? null : log.Write }, context.Edges.Clock, cancellationToken);
        }
        catch (IOException refused)
        {
            throw new FaultException(new Fault(
                SimulateMessages.PortTaken, $"cannot listen on 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}: {(refused.InnerException ?? refused).Message.TrimEnd('.')}")
            {
                Where = "--port",
            });
        }
    }

    private static void Announce(VerbContext context, PixverseTwin twin)
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
