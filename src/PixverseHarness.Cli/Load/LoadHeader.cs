using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Load;

/// <summary>Writes down who ran what, before the run.</summary>
internal static class LoadHeader
{
    /// <summary>The header of a run; <paramref name="engine"/> is ours unless named.</summary>
    public static RunHeader Of(LoadOrder order, LoadOptions options, TargetKind target, LoadEngine? engine = null)
    {
        var scenario = order.Scenario;
        var schedule = options.Schedule;
        return new RunHeader
        {
            Kind = RunKind.Load,
            Name = scenario.Name!,
            Description = scenario.Purpose,
            Seed = unchecked((long)order.Seed),
            ToolVersion = PixverseCommand.Version,
            Target = target,
            Plan = new PlanDocument
            {
                Jobs = schedule.MostCopies == 0 ? schedule.Arrivals().LongCount() : schedule.ClosedIterations,
                DurationUs = schedule.Length is { } length ? (long)length.TotalMicroseconds : null,
                Pace = target == TargetKind.Simulator ? order.Twin.Pace : 1,
                Facts = [.. engine?.Facts ?? [], .. Facts(order, options)],
            },
        };
    }

    private static ImmutableArray<PlanFact> Facts(LoadOrder order, LoadOptions options)
    {
        var scenario = order.Scenario;
        var facts = ImmutableArray.CreateBuilder<PlanFact>();
        facts.Add(new PlanFact("workflow", Kebab<Workflow>.Of(scenario.Workflow)));
        if (order.ResumedFolder is not null)
        {
            facts.Add(new PlanFact("resumed", string.Create(
                CultureInfo.InvariantCulture, $"{options.Adopted.Length} jobs of a run that was cut off; thresholds are not judged")));
        }

        facts.Add(new PlanFact("load", order.ResumedFolder is not null ? "none" : string.Join(", then ", options.Schedule.Steps.Select(s => Describe(s.Simulation)))));
        facts.Add(new PlanFact("arrival", Kebab<ArrivalKind>.Of(scenario.Arrival)));
        facts.Add(new PlanFact("payloads", string.Create(
            CultureInfo.InvariantCulture, $"valid {scenario.Payloads.Valid:0.##%}, boundary {scenario.Payloads.Boundary:0.##%}, violating {scenario.Payloads.Violating:0.##%}")));
        facts.Add(new PlanFact("poll policy", options.Polls.Describe()));
        facts.Add(new PlanFact("job timeout", DurationText.Format(options.JobTimeout)));
        facts.Add(new PlanFact("drain", DurationText.Format(options.Drain ?? options.JobTimeout)));
        facts.Add(new PlanFact("most in flight", options.MaxInFlight.ToString(CultureInfo.InvariantCulture)));
        if (scenario.Budget is { Dollars: not null } or { Jobs: not null })
        {
            facts.Add(new PlanFact("budget", string.Join(", ", Limits(scenario.Budget))));
        }

        return facts.ToImmutable();
    }

    private static IEnumerable<string> Limits(BudgetSpec budget)
    {
        if (budget.Dollars is { } dollars)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"${dollars:0.######}");
        }

        if (budget.Jobs is { } jobs)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{jobs} jobs");
        }
    }

    private static string Describe(LoadSimulation simulation) => simulation switch
    {
        Inject inject => $"inject {inject.Rate} for {DurationText.Format(inject.During)}",
        RampingInject ramp => $"ramp to {ramp.Rate} in {DurationText.Format(ramp.During)}",
        InjectRandom random => $"inject {random.Minimum} to {random.Maximum} for {DurationText.Format(random.During)}",
        KeepConstant keep => string.Create(CultureInfo.InvariantCulture, $"keep {keep.Copies} in flight for {DurationText.Format(keep.During)}"),
        RampingConstant ramp => string.Create(CultureInfo.InvariantCulture, $"ramp to {ramp.Copies} in flight in {DurationText.Format(ramp.During)}"),
        IterationsForConstant iterations => string.Create(CultureInfo.InvariantCulture, $"{iterations.Iterations} jobs, {iterations.Copies} in flight"),
        IterationsForInject iterations => string.Create(CultureInfo.InvariantCulture, $"{iterations.Iterations} jobs at {iterations.Rate}"),
        _ => $"pause {DurationText.Format(simulation.Lasts ?? TimeSpan.Zero)}",
    };
}
