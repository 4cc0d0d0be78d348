using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Load.Planning;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.Load;

/// <summary>The options of a plan. Beside a file each overrides what the file says of the target; without one they are the whole plan.</summary>
internal sealed class PlanRequest
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(1);

    private readonly Option<bool> _plan = OptionOf.Flag("--plan", "Prints what the run will come to and which limit binds first; sends nothing.");

    private readonly Option<Rate?> _rate = OptionOf.Value<Rate?>("--rate", "RATE", "Plan without a file: jobs per time, such as 30/m, for an hour.", ReadRate);

    private readonly Option<TimeSpan?> _during = OptionOf.Duration("--during", "Plan without a file: for how long. Default 1h.");

    private readonly Option<int?> _rpm = OptionOf.Integer("--rpm", "N", "Plan: submits a minute that the account may send.", 1, 1_000_000_000);

    private readonly Option<int?> _workers = OptionOf.Integer("--workers", "N", "Plan: jobs that the service works on at the same time.", 1, 1_000_000);

    private readonly Option<decimal?> _balance = OptionOf.Number("--balance", "DOLLARS", "Plan: what may be spent.", 0, 1_000_000_000);

    private readonly Option<TimeSpan?> _jobTime = OptionOf.Duration("--job-time", "Plan: how long a job takes alone on the service. Default 44s, or the twin's.");

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_plan, _rate, _during, _rpm, _workers, _balance, _jobTime])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>Whether a plan is asked for.</summary>
    public bool IsAsked(VerbContext context) => context.Get(_plan);

    /// <summary>Refuses the options of a plan where none is asked for: they would be passed over without a word.</summary>
    /// <exception cref="FaultException">One was given (PXH0804).</exception>
    public void RefuseWithoutPlan(VerbContext context)
    {
        var given = context.Get(_rate) is not null || context.Get(_during) is not null || context.Get(_rpm) is not null
            || context.Get(_workers) is not null || context.Get(_balance) is not null || context.Get(_jobTime) is not null;
        if (given)
        {
            throw new FaultException(new Fault(LoadMessages.PlanOnly, "--rate, --during, --rpm, --workers, --balance and --job-time describe a plan"));
        }
    }

    /// <summary>The plan of a file's order.</summary>
    public LoadPlan Of(VerbContext context, LoadOrder order)
    {
        // A search has no profile of its own: its first step stands for it.
        var schedule = order.Scenario.Breakpoint is { } search
            ? LoadSchedule.Of([new IterationsForInject(search.Start, search.JobsPerStep ?? 200)])
            : order.Schedule;
        return LoadPlanner.Plan(schedule, Override(context, order.Assumptions()));
    }

    /// <summary>The plan of a rate alone, valid payloads at their average price.</summary>
    /// <exception cref="FaultException">No rate was given.</exception>
    public LoadPlan OfRate(VerbContext context)
    {
        var rate = context.Get(_rate) ?? throw new FaultException(new Fault(GeneralMessages.MissingArgument, "a plan needs FILE or --rate"));
        var order = new LoadOrder { Scenario = new LoadScenario { Purpose = "" }, Seed = 1, Target = "simulator", Folder = "" };
        return LoadPlanner.Plan(LoadSchedule.Of([new Inject(rate, context.Get(_during) ?? UsualLength)]), Override(context, order.Assumptions()));
    }

    private PlanAssumptions Override(VerbContext context, PlanAssumptions usual) => usual with
    {
        JobTime = context.Get(_jobTime) ?? usual.JobTime,
        SubmitsPerMinute = context.Get(_rpm) ?? usual.SubmitsPerMinute,
        Workers = context.Get(_workers) ?? usual.Workers,
        BalanceMicroDollars = context.Get(_balance) is { } dollars ? MicroDollars.FromDollars(dollars).Value : usual.BalanceMicroDollars,
    };

    private static Rate? ReadRate(string text) => Rate.TryParse(text, out var rate, out var fault) && rate.EachSecond > 0
        ? rate
        : throw new FaultException(new Fault(GeneralMessages.InvalidValue, fault.Length > 0 ? fault.TrimEnd('.') : $"{Quoted.Of(text)} is no jobs at all") { Where = "--rate" });
}
