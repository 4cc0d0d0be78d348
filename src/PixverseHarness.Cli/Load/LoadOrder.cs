using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Planning;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Spending;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Thresholds;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Load;

/// <summary>A scenario with everything decided that the command line, the environment or the seed can decide.</summary>
internal sealed record LoadOrder
{
    private static readonly TimeSpan UsualJobTime = TimeSpan.FromSeconds(44);

    /// <summary>What to do, with the overrides of the command line.</summary>
    public required LoadScenario Scenario { get; init; }

    /// <summary>The seed of everything that is drawn.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What to send to.</summary>
    public required string Target { get; init; }

    /// <summary>Where the reports go.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of a run that was cut off, whose jobs are followed to their end while none is submitted; null for a run of its own.</summary>
    public string? ResumedFolder { get; init; }

    /// <summary>Which engine starts the jobs, one of <see cref="LoadEngine.Names"/>.</summary>
    public string Engine { get; init; } = LoadEngine.Pixverse;

    /// <summary>
    /// What must hold. Nothing for a resumed run: the times of its jobs hold the time in which nobody polled, so they say
    /// nothing of the target, and its outcomes are those of a remainder.
    /// </summary>
    public ImmutableArray<Threshold> Thresholds => ResumedFolder is null ? Scenario.Thresholds : [];

    /// <summary>When jobs are due.</summary>
    public LoadSchedule Schedule => LoadSchedule.Of(ResumedFolder is null ? Scenario.Load : [], Scenario.Arrival, Seed);

    /// <summary>The body of each job.</summary>
    public IPayloadSource Payloads => new PayloadStream(Seed, Scenario.Payloads, Scenario.Twin.Profile);

    /// <summary>What the embedded twin models.</summary>
    public TwinOptions Twin => Scenario.Twin with { Seed = Seed };

    /// <summary>The most to spend, in millionths of a US dollar; null for no limit.</summary>
    public long? BudgetMicroDollars => Scenario.Budget.Dollars is { } dollars ? MicroDollars.FromDollars(dollars).Value : null;

    /// <summary>The engine's options for a schedule.</summary>
    public LoadOptions Options(LoadSchedule schedule)
    {
        var usual = new LoadOptions { Schedule = schedule };
        return usual with
        {
            Polls = Scenario.Polls.ToPolicy(Seed),
            PollGrain = Scenario.Polls.ToGrain(),
            JobTimeout = Scenario.JobTimeout ?? usual.JobTimeout,
            Drain = Scenario.Drain,
            StuckAfter = Scenario.StuckAfter,
            MaxInFlight = Scenario.MaxInFlight ?? usual.MaxInFlight,
            CohortWindow = Scenario.CohortWindow,
            Spend = new SpendBudget(BudgetMicroDollars, Scenario.Budget.Jobs),
        };
    }

    /// <summary>What the plan of this order takes for granted: the twin's model, or the API's typical times.</summary>
    public PlanAssumptions Assumptions()
    {
        var twin = LoadTarget.KindOf(Target) == TargetKind.Simulator ? Scenario.Twin : new TwinOptions();
        var perMinute = twin.RequestsPerMinute ?? twin.Plan.RequestsPerMinute(twin.Profile);
        return new PlanAssumptions
        {
            JobTime = (twin.ServiceTime ?? UsualJobTime) / twin.Pace,
            Polls = Scenario.Polls.ToPolicy(Seed),
            Steps = PixverseWorkload.StepsOf(Scenario.Workflow),
            PriceMicroDollars = Scenario.Workflow == Workflow.PollOnly ? 0 : AveragePrice(),
            SubmitsPerMinute = perMinute is { } limit ? (int)Math.Min(int.MaxValue, limit * twin.Pace) : null,
            Workers = twin.Workers,
            BalanceMicroDollars = BudgetMicroDollars ?? (twin.Credits == new TwinOptions().Credits ? null : twin.Credits.Value),
            MaxInFlight = Scenario.MaxInFlight,
        };
    }

    // The stream is a function of the index, so its first jobs are those that the run will send.
    private long AveragePrice()
    {
        const int Sampled = 200;
        var payloads = Payloads;
        return (long)Enumerable.Range(0, Sampled).Average(i => payloads.At(i).Request is { } request ? PriceTable.PriceOf(request).Value : 0);
    }
}
