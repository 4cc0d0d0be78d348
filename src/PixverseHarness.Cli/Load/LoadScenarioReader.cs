using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Load;

/// <summary>Reads a load scenario strictly: unknown keys are refused, and every fault is reported at once with its path.</summary>
internal static class LoadScenarioReader
{
    private const int MostInFlight = 1_000_000;

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="file">Its name, for messages; the scenario is called after it unless it says otherwise.</param>
    /// <param name="json">Its bytes.</param>
    /// <exception cref="FaultException">It is not JSON, or is wrong somewhere; all faults at once.</exception>
    public static LoadScenario Parse(string file, ReadOnlyMemory<byte> json)
    {
        using var document = ScenarioFile.ParseJson(file, json);
        var faults = new List<Fault>();
        var root = JsonSection.Root(document.RootElement, file, faults);
        root.Require("purpose");
        var scenario = new LoadScenario
        {
            Schema = root.Text("$schema"),
            Name = root.Text("name") ?? Path.GetFileNameWithoutExtension(file),
            Purpose = root.Text("purpose") ?? "",
            Seed = root.WholeNumber("seed", 0, ulong.MaxValue),
            Target = root.Text("target"),
            Workflow = Kebab<Workflow>.Read(root.Word("workflow", Kebab<Workflow>.Words)),
            Jobs = root.Texts("jobs"),
            Payloads = ReadMix(root),
            Load = [.. root.Sections("load").Select(SimulationSection.Read).OfType<LoadSimulation>()],
            Breakpoint = root.Section("breakpoint") is { } search ? ReadBreakpoint(search) : null,
            Arrival = Kebab<ArrivalKind>.Read(root.Word("arrival", Kebab<ArrivalKind>.Words)),
            Polls = root.Section("polls") is { } polls ? ReadPolls(polls) : new PollSpec(),
            JobTimeout = root.Duration("jobTimeout"),
            StepTimeout = root.Duration("stepTimeout"),
            Drain = root.Duration("drain"),
            StuckAfter = root.Duration("stuckAfter"),
            CohortWindow = root.Duration("cohortWindow"),
            Objective = root.Duration("objective"),
            MaxInFlight = (int?)root.WholeNumber("maxInFlight", 1, MostInFlight),
            Thresholds = ThresholdSection.Read(root),
            Budget = root.Section("budget") is { } budget ? ReadBudget(budget) : new BudgetSpec(),
            Twin = root.Section("twin") is { } twin ? TwinSection.Read(twin) : new TwinOptions(),
        };
        Check(root, scenario, faults.Count == 0);
        root.Close();
        return faults.Count == 0 ? scenario : throw new FaultException([.. faults]);
    }

    private static void Check(JsonSection root, LoadScenario scenario, bool everyMemberWasRead)
    {
        if (scenario.Breakpoint is not null && root.Has("load"))
        {
            root.RefuseMember("breakpoint", "load is given too: a scenario plays a profile or searches, not both");
        }
        else if (!root.Has("breakpoint"))
        {
            root.Require("load");
        }

        if (scenario.Workflow == Workflow.PollOnly)
        {
            root.Require("jobs");
        }

        RefuseZero(root, "jobTimeout", scenario.JobTimeout);
        RefuseZero(root, "stepTimeout", scenario.StepTimeout);
        RefuseZero(root, "stuckAfter", scenario.StuckAfter);
        RefuseZero(root, "cohortWindow", scenario.CohortWindow);
        RefuseZero(root, "objective", scenario.Objective);

        foreach (var fault in LoadSimulationValidator.Validate(scenario.Load))
        {
            root.RefuseMember($"load{fault.Path}", fault.Message.TrimEnd('.'));
        }

        // Further checks need a schedule, and there is none before every simulation is right.
        if (everyMemberWasRead && LoadSimulationValidator.Validate(scenario.Load).IsEmpty
            && LoadSchedule.Of(scenario.Load).MostCopies is var copies && copies > (scenario.MaxInFlight ?? MostInFlight))
        {
            root.RefuseMember("maxInFlight", FormattableString.Invariant($"\"{scenario.MaxInFlight}\" is below the {copies} copies that a simulation keeps in flight"));
        }
    }

    private static void RefuseZero(JsonSection section, string member, TimeSpan? value)
    {
        if (value == TimeSpan.Zero)
        {
            section.RefuseMember(member, "\"0s\" is no time at all; write a duration above zero, such as 30s");
        }
    }

    private static PayloadMix ReadMix(JsonSection root)
    {
        if (root.Text("payloads") is not { } text)
        {
            return PayloadMix.OnlyValid;
        }

        if (PayloadMix.TryParse(text, out var mix, out var problem))
        {
            return mix;
        }

        root.RefuseMember("payloads", $"{Quoted.Of(text)} {problem}; write shares such as valid=0.9,violating=0.1");
        return PayloadMix.OnlyValid;
    }

    private static PollSpec ReadPolls(JsonSection section)
    {
        var usual = new PollSpec();
        var polls = usual with
        {
            Policy = Kebab<PollKind>.Read(section.Word("policy", Kebab<PollKind>.Words)),
            Every = section.Duration("every") ?? usual.Every,
            Spread = (double?)section.Number("spread", 0, 0.99m) ?? usual.Spread,
            Factor = (double?)section.Number("factor", 1, 100) ?? usual.Factor,
            Longest = section.Duration("longest"),
        };
        RefuseZero(section, "every", polls.Every);
        if (polls.Longest < polls.Every)
        {
            section.RefuseMember("longest", "it is shorter than the first wait");
        }

        section.Close();
        return polls;
    }

    private static BudgetSpec ReadBudget(JsonSection section)
    {
        var budget = new BudgetSpec
        {
            Dollars = section.Number("dollars", 0, 1_000_000_000),
            Jobs = (int?)section.WholeNumber("jobs", 0, int.MaxValue),
        };
        section.Close();
        return budget;
    }

    private static BreakpointSpec ReadBreakpoint(JsonSection section)
    {
        foreach (var member in (string[])["start", "objective", "jobTime"])
        {
            section.Require(member);
        }

        var search = new BreakpointSpec
        {
            Start = section.Rate("start") ?? Rate.PerSecond(1),
            Objective = section.Duration("objective") ?? TimeSpan.FromSeconds(1),
            JobTime = section.Duration("jobTime") ?? TimeSpan.FromSeconds(1),
            Highest = section.Rate("highest"),
            JobsPerStep = (int?)section.WholeNumber("jobsPerStep", 72, 1_000_000),
        };
        if (search.Start.EachSecond <= 0)
        {
            section.RefuseMember("start", $"{Quoted.Of(search.Start.ToString())} is not above 0; write a rate such as 1/s");
        }

        RefuseZero(section, "objective", search.Objective);
        RefuseZero(section, "jobTime", search.JobTime);
        section.Close();
        return search;
    }
}
