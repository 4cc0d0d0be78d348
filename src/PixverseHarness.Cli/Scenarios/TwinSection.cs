using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Scenarios;

/// <summary>Reads the <c>twin</c> of a scenario file.</summary>
internal static class TwinSection
{
    private static readonly string[] ProfileNames = [ApiProfile.Documented.Name, ApiProfile.Observed.Name];

    /// <summary>The options that it names; the rest at their defaults.</summary>
    public static TwinOptions Read(JsonSection section)
    {
        var usual = new TwinOptions();
        var options = usual with
        {
            Profile = ReadProfile(section),
            Pace = (double?)section.Number("pace", 1, 1_000_000) ?? usual.Pace,
            ManualClock = section.Word("clock", ["real", "manual"]) == "manual",
            Plan = section.Word("plan", [.. RatePlan.All.Select(p => p.Name)]) is { } plan ? RatePlan.Find(plan)! : usual.Plan,
            RequestsPerMinute = (int?)section.WholeNumber("requestsPerMinute", 1, 1_000_000_000),
            Credits = section.Number("credits", 0, 1_000_000_000) is { } dollars ? MicroDollars.FromDollars(dollars) : usual.Credits,
            Workers = (int?)section.WholeNumber("workers", 1, 1_000_000),
            Keys = section.Texts("keys"),
            FailureRate = (double?)section.Number("failureRate", 0, 1) ?? usual.FailureRate,
            ModeratedWords = section.Texts("moderatedWords"),
            ServiceTime = section.Duration("serviceTime"),
            Triggers = section.Flag("triggers") ?? usual.Triggers,
            JournalCapacity = (int?)section.WholeNumber("journalCapacity", 0, 10_000_000) ?? usual.JournalCapacity,
            Faults = [.. section.Sections("faults").Select(FaultSection.Read).OfType<Simulator.Faults.FaultRule>()],
        };
        section.Close();
        return options;
    }

    private static ApiProfile ReadProfile(JsonSection section)
    {
        var profile = section.Word("profile", ProfileNames) is { } name ? ApiProfile.Find(name)! : ApiProfile.Documented;
        if (section.Section("switches") is { } switches)
        {
            foreach (var choice in ProfileSwitches.All)
            {
                if (switches.Word(choice.Name, choice.Values) is { } value)
                {
                    profile = choice.Apply(profile, value);
                }
            }

            switches.Close();
        }

        return profile;
    }
}
