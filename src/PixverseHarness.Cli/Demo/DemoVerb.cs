using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Hosting.Kestrel;
using Spectre.Console;

namespace PixverseHarness.Cli.Demo;

/// <summary><c>pixverse demo</c>: jobs of every outcome on an embedded twin, live, checked against its own books.</summary>
internal sealed class DemoVerb : Verb
{
    private static readonly ImmutableArray<(string Line, string Effect)> Next =
    [
        ("pixverse simulate --pace 20 --log", "serve the twin to a program of yours, and watch its requests"),
        ("pixverse simulate --help", "the magic keys and prompt tags that make it meet any error"),
        ("pixverse clauses --confidence documented", "what the API promises, sentence by sentence"),
    ];

    private readonly Func<ulong, DemoPlan> _plan;

    /// <summary>Declares the verb.</summary>
    /// <param name="plan">Makes the tour of a seed; null takes the usual one.</param>
    public DemoVerb(Func<ulong, DemoPlan>? plan = null)
        : base("demo", "The short tour: jobs of every outcome on an embedded twin, checked against its own books.") =>
        _plan = plan ?? (seed => new DemoPlan(seed));

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse demo", "Takes a few seconds; exits with 1 when client and twin disagree on any count."),
        new("pixverse demo --seed 3 --output json", "The same payloads and fates each time, as one JSON document."),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var plan = _plan(context.Seed);
        await using var twin = await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = plan.Twin }, context.Edges.Clock, cancellationToken);
        Announce(context, plan, twin);
        var results = await TourAsync(context, plan, twin, cancellationToken);
        var ledger = twin.Core.Ledger();
        var rows = DemoAudit.Count(results, twin.Core.Journal());
        var checks = DemoAudit.Check(results, rows, ledger);
        await twin.StopAsync(cancellationToken);

        var passed = checks.All(c => c.Agrees);
        if (context.IsJson)
        {
            var document = new DemoDocument(1, context.Seed, passed, rows, checks);
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.DemoDocument));
        }
        else
        {
            Write(context, rows, checks, ledger);
        }

        return passed ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private static Task<ImmutableArray<DemoResult>> TourAsync(
        VerbContext context, DemoPlan plan, PixverseTwin twin, CancellationToken cancellationToken)
    {
        Task<ImmutableArray<DemoResult>> TourOn(IDemoBoard board) => new DemoTour(twin, context.Edges.Clock, board).RunAsync(plan.Jobs, cancellationToken);

        return context.IsPlain
            ? TourOn(new PlainBoard(context.IsJson ? TextWriter.Null : context.Output))
            : LiveBoard.On(context.Terminal).StartAsync(progress => TourOn(new LiveBoard(progress)));
    }

    private static void Announce(VerbContext context, DemoPlan plan, PixverseTwin twin)
    {
        if (context.IsJson)
        {
            return;
        }

        var options = twin.Core.Options;
        context.Output.WriteLine($"seed {context.Seed}");
        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A twin listens on {twin.Origin.GetLeftPart(UriPartial.Authority)}: {options.Workers} workers, each key has ${options.Credits.ToDollars():0.##} and {options.RequestsPerMinute} submits a minute."));
        context.Output.WriteLine($"{plan.Jobs.Length} requests go out over HTTP; the twin's clock runs {DemoTour.Haste} times as fast, so nobody waits 44 s for a job.");
    }

    private static void Write(VerbContext context, ImmutableArray<DemoRow> rows, ImmutableArray<DemoCheck> checks, IReadOnlyList<LedgerLine> ledger)
    {
        var sheet = new Sheet("outcome", "HTTP", "client", "twin");
        foreach (var row in rows)
        {
            sheet.Add(
                row.Agrees ? Color.Green : Color.Red, row.Name, string.Join(", ", row.Statuses),
                row.Client.ToString(CultureInfo.InvariantCulture), row.Twin.ToString(CultureInfo.InvariantCulture));
        }

        context.Output.WriteLine();
        sheet.WriteTo(context);
        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"The ledger: {ledger.Sum(l => l.Jobs.Accepted)} jobs accepted, {ledger.Sum(l => l.Jobs.Completed)} charged ${ledger.Sum(l => l.Charged.ToDollars()):0.000}, {ledger.Sum(l => l.Jobs.Failed)} failed and free; {rows.Single(r => r.Outcome == DemoOutcome.Expired).Client} were paid for and read by nobody within the hour."));
        foreach (var check in checks.Where(c => !c.Agrees))
        {
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MISMATCH {check.What}: {check.Client}, expected {check.Expected}"));
        }

        if (checks.All(c => c.Agrees))
        {
            context.Output.WriteLine($"All {checks.Length} checks of the client's counts against plan, journal and ledger agree.");
        }

        context.Output.WriteLine();
        context.Output.WriteLine("Try next:");
        var widest = Next.Max(n => n.Line.Length);
        foreach (var (line, effect) in Next)
        {
            context.Output.WriteLine($"  {line.PadRight(widest)}  {effect}");
        }
    }
}
