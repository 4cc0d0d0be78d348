using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Capacity;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Statistics;
using Spectre.Console;
using MicrosecondText = PixverseHarness.Results.Text.DurationText;

namespace PixverseHarness.Cli.Load;

/// <summary>Plays a scenario that searches the breakpoint, and reports the search.</summary>
internal sealed class BreakpointRunner(VerbContext context, LoadOrder order)
{
    private const string FileName = "breakpoint.json";

    /// <summary>Searches. The first stop request drains the step under way, the second one ends it; the answer stays open.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        var search = order.Scenario.Breakpoint!;
        using var ledger = RunLedger.Open(order, target, context);

        // One budget and one ledger for all steps.
        var options = OptionsOf(order, ledger.Ledger) with
        {
            Judged = step => context.Error.WriteLine($"{Text(step.Rate)}: {step.Verdict.ToString().ToLowerInvariant()}. {step.Reason}"),
        };
        var run = options.Run;
        options = options with
        {
            Run = schedule =>
            {
                var rate = ((Inject)schedule.Steps[0].Simulation).Rate;
                context.Error.WriteLine($"trying {Text(rate)} for {DurationText.Format(TimeSpan.FromSeconds(Math.Round(schedule.Length!.Value.TotalSeconds)))} at most");
                return run(schedule) with { Progress = new PlainLoadBoard(context.Error).Show };
            },
        };
        var workload = new PixverseWorkload(target.Client, order.Scenario.Workflow, order.Payloads, order.Scenario.Jobs);
        BreakpointResult result;
        await using (cancellationToken.UnsafeRegister(_ => context.Error.WriteLine(LoadRunner.Stopping), null))
        {
            result = await new RampToBreakpoint(options, workload, context.Edges.EngineClock).RunAsync(cancellationToken, context.Edges.TakeSecondStop());
        }

        var verdict = VerdictOf(result, cancellationToken);
        var json = JsonSerializer.Serialize(BreakpointDocument.Of(order, search, result, verdict), CliJson.Readable.BreakpointDocument);
        RunFolder.WriteFile(context.CreateFile(Path.Combine(order.Folder, FileName)), json + "\n");
        if (context.IsJson)
        {
            context.Output.WriteLine(json);
        }
        else
        {
            Write(result, search, verdict);
        }

        context.Error.WriteLine($"{(result.Steps is [.., { Result.WasCutShort: true }] ? "stopped at once; " : "")}report in {Path.Combine(order.Folder, FileName)}");
        return verdict switch
        {
            SearchVerdict.Found => ExitCodes.Ok,
            SearchVerdict.OwnFault => ExitCodes.OwnFault,
            SearchVerdict.BudgetSpent => ExitCodes.Budget,
            SearchVerdict.Interrupted => ExitCodes.Interrupted,
            _ => ExitCodes.Inconclusive,
        };
    }

    /// <summary>The search that an order asks for, one budget and one ledger for all its steps.</summary>
    public static BreakpointOptions OptionsOf(LoadOrder order, ISubmitLedger ledger)
    {
        var search = order.Scenario.Breakpoint!;
        var shared = order.Options(order.Schedule) with { Ledger = ledger };
        var usual = new BreakpointOptions { Start = search.Start, Objective = search.Objective, JobTime = search.JobTime };
        return usual with
        {
            Highest = search.Highest,
            JobsPerStep = search.JobsPerStep ?? usual.JobsPerStep,
            Arrival = order.Scenario.Arrival,
            Seed = order.Seed,
            Run = schedule => shared with { Schedule = schedule },
        };
    }

    private static SearchVerdict VerdictOf(BreakpointResult result, CancellationToken stop) => result switch
    {
        { IsConclusive: true } => SearchVerdict.Found,
        { Steps: [.., { Result.Reason: StopReason.HarnessFault }] } => SearchVerdict.OwnFault,
        { Steps: [.., { Result.Reason: StopReason.BudgetSpent }] } => SearchVerdict.BudgetSpent,
        _ when stop.IsCancellationRequested => SearchVerdict.Interrupted,
        _ => SearchVerdict.Inconclusive,
    };

    private void Write(BreakpointResult result, BreakpointSpec search, SearchVerdict verdict)
    {
        context.Output.WriteLine(result.IsConclusive
            ? $"BREAKPOINT between {Text(result.LastHeld!.Value)} and {Text(result.FirstBroke!.Value)}"
            : $"{(verdict == SearchVerdict.Interrupted ? "INTERRUPTED" : "INCONCLUSIVE")}: {result.Reason}");
        context.Output.WriteLine();
        var answer = new Sheet("answer", "");
        if (result.LastHeld is { } held)
        {
            var step = result.Steps.Last(s => s.Verdict == StepVerdict.Held && Same(s.Rate, held));
            answer.Add(Color.Green, result.IsConclusive ? "sustained" : "held so far", $"{Text(held)}, {PerHour(held)}{(result.IsConclusive ? ", held twice" : "")}");
            answer.Add(Color.Default, "p95 end to end there", $"{Percentile(step.EndToEnd)}, objective {DurationText.Format(search.Objective)}");
            answer.Add(Color.Default, "in flight there", string.Create(CultureInfo.InvariantCulture, $"{step.Result.MostInFlight} at most"));
            answer.Add(Color.Default, "cost there", string.Create(
                CultureInfo.InvariantCulture,
                $"${order.Assumptions().PriceMicroDollars / 1e6 * held.EachSecond * 3600:0} an hour if every job succeeds and the target is the paid one"));
        }

        if (result.FirstBroke is { } broke)
        {
            var step = result.Steps.Last(s => s.Verdict == StepVerdict.Broke && Same(s.Rate, broke));
            answer.Add(Color.Red, result.IsConclusive ? "breaks at" : "broke at", $"{Text(broke)}, {PerHour(broke)}: {step.Reason}");
        }

        answer.WriteTo(context);
        context.Output.WriteLine();
        WriteSteps(result);
    }

    private void WriteSteps(BreakpointResult result)
    {
        var sheet = new Sheet("rate", "jobs", "verdict", "p95 end to end", "why");
        foreach (var step in result.Steps)
        {
            sheet.Add(
                step.Verdict == StepVerdict.Held ? Color.Green : Color.Red,
                Text(step.Rate),
                step.Result.Submitted.ToString(CultureInfo.InvariantCulture),
                step.Verdict.ToString().ToLowerInvariant(),
                Percentile(step.EndToEnd),
                step.Reason);
        }

        sheet.WriteTo(context);
    }

    private static bool Same(Rate one, Rate other) => Math.Abs(one.EachSecond - other.EachSecond) <= 1e-9 * other.EachSecond;

    private static string Percentile(PercentileEstimate estimate) => estimate switch
    {
        { Value: { } value, IntervalLow: { } low, IntervalHigh: { } high } =>
            $"{MicrosecondText.Format(value)} [{MicrosecondText.Format(low)}, {MicrosecondText.Format(high)}]",
        { Value: { } value } => MicrosecondText.Format(value),
        { IsBeyondReach: true } => "not reached",
        _ => "-",
    };

    private static string PerHour(Rate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.EachSecond * 3600:0} jobs an hour");

    private static string Text(Rate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.EachSecond:0.###}/s");
}
