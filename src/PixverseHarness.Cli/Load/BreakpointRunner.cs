using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Capacity;
using PixverseHarness.Load.Schedules;
using Spectre.Console;
using MicrosecondText = PixverseHarness.Results.Text.DurationText;

namespace PixverseHarness.Cli.Load;

/// <summary>Plays a scenario that searches the breakpoint, and reports the search.</summary>
internal sealed class BreakpointRunner(VerbContext context, LoadOrder order)
{
    private const string FileName = "breakpoint.json";

    /// <summary>Searches; a stop request ends the step under way at once and leaves the answer open.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(LoadTarget target, CancellationToken cancellationToken)
    {
        var search = order.Scenario.Breakpoint!;
        var options = new BreakpointOptions { Start = search.Start, Objective = search.Objective, JobTime = search.JobTime };
        using var ledger = RunLedger.Open(order, target.Kind, context);

        // One budget and one ledger for all steps.
        var shared = order.Options(order.Schedule) with { Ledger = ledger.Ledger };
        options = options with
        {
            Highest = search.Highest,
            JobsPerStep = search.JobsPerStep ?? options.JobsPerStep,
            Arrival = order.Scenario.Arrival,
            Seed = order.Seed,
            Run = schedule => shared with { Schedule = schedule },
            Judged = step => context.Error.WriteLine($"{step.Rate}: {step.Verdict.ToString().ToLowerInvariant()}. {step.Reason}"),
        };
        await WarmUp.RunAsync(context, cancellationToken);
        var workload = new PixverseWorkload(target.Client, order.Scenario.Workflow, order.Payloads, order.Scenario.Jobs);
        var result = await new RampToBreakpoint(options, workload, context.Edges.Clock).RunAsync(cancellationToken);
        var json = JsonSerializer.Serialize(BreakpointDocument.Of(order, search, result), CliJson.Readable.BreakpointDocument);
        RunFolder.WriteFile(context.CreateFile(Path.Combine(order.Folder, FileName)), json + "\n");
        if (context.IsJson)
        {
            context.Output.WriteLine(json);
        }
        else
        {
            Write(result, search);
        }

        context.Error.WriteLine($"report in {Path.Combine(order.Folder, FileName)}");
        return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : result.IsConclusive ? ExitCodes.Ok : ExitCodes.Inconclusive;
    }

    private void Write(BreakpointResult result, BreakpointSpec search)
    {
        var sheet = new Sheet("rate", "verdict", "p95 end to end", "why");
        foreach (var step in result.Steps)
        {
            sheet.Add(
                step.Verdict == StepVerdict.Held ? Color.Green : Color.Red,
                Text(step.Rate),
                step.Verdict.ToString().ToLowerInvariant(),
                step.EndToEnd.Value is { } value ? MicrosecondText.Format(value) : "-",
                step.Reason);
        }

        context.Output.WriteLine(result switch
        {
            { IsConclusive: true, LastHeld: { } held, FirstBroke: { } broke } => $"BREAKPOINT between {Text(held)}, which held twice, and {Text(broke)}, which broke (p95 within {DurationText.Format(search.Objective)})",
            _ => $"INCONCLUSIVE: {result.Reason}",
        });
        context.Output.WriteLine();
        sheet.WriteTo(context);
    }

    private static string Text(Rate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.EachSecond:0.###}/s");
}
