using System.Globalization;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Planning;
using PixverseHarness.Load.Schedules;
using Spectre.Console;

namespace PixverseHarness.Cli.Load;

/// <summary>Prints a plan for people.</summary>
internal static class PlanPage
{
    /// <summary>Writes the plan, its limits, and the one that binds first.</summary>
    public static void Write(LoadPlan plan, VerbContext context)
    {
        var sheet = new Sheet("plan", "");
        Add("jobs", $"{plan.Jobs:0}, at most {plan.PeakJobsPerHour:0} an hour");
        Add("in flight", $"{plan.PeakInFlight:0.#} at most, {Time(plan.TimeInFlight)} each");
        Add("polls", $"{plan.PollsPerJob:0.#} a job, {plan.PeakPollsPerSecond:0.#} a second at most; an end is seen {Time(plan.DetectionDelay)} late");
        Add("requests", $"{plan.Requests:0} in all, over {plan.Sockets} or more connections");
        Add("time", $"{Time(plan.Submitting)} of submits, {Time(plan.Total)} with the drain ({plan.Total.TotalMinutes:0.#} minutes)");
        Add("cost", $"${plan.CostMicroDollars / 1e6:0.00} if every job succeeds and the target is the paid one");
        sheet.WriteTo(context);
        context.Output.WriteLine();
        if (!plan.Limits.IsEmpty)
        {
            WriteLimits(plan, context);
        }

        context.Output.WriteLine(plan.BindsFirst is { } first
            ? string.Create(CultureInfo.InvariantCulture, $"binds first: {Name(first.Kind)}, after {Time(first.BindsAt!.Value)}{Sustainable(plan)}")
            : "binds first: nothing, the plan fits within the limits that are known");

        void Add(string name, FormattableString value) => sheet.Add(Color.Default, name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteLimits(LoadPlan plan, VerbContext context)
    {
        var sheet = new Sheet("limit", "allows", "plan asks for", "binds", "sustains");
        foreach (var limit in plan.Limits)
        {
            sheet.Add(
                limit.BindsAt is null ? Color.Green : Color.Red,
                Name(limit.Kind),
                Amount(limit.Kind, limit.Allowed),
                Amount(limit.Kind, limit.Wanted),
                limit.BindsAt is { } at ? $"after {Time(at)}" : "never",
                limit.JobsPerHour is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} jobs an hour") : "-");
        }

        sheet.WriteTo(context);
        context.Output.WriteLine();
    }

    private static string Sustainable(LoadPlan plan) => plan.SustainableJobsPerHour is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"; the limits together sustain {rate:0.#} jobs an hour")
        : "";

    private static string Name(PlanLimitKind kind) => kind switch
    {
        PlanLimitKind.SubmitsPerMinute => "submits a minute",
        PlanLimitKind.Workers => "workers",
        PlanLimitKind.Balance => "money",
        _ => "jobs in flight",
    };

    private static string Amount(PlanLimitKind kind, double amount) => kind == PlanLimitKind.Balance
        ? string.Create(CultureInfo.InvariantCulture, $"${amount / 1e6:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{amount:0.#}");

    private static string Time(TimeSpan time) => DurationText.Format(time < TimeSpan.FromSeconds(10) ? time : TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)));
}
