using System.Collections.Immutable;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.Load;

/// <summary>Reads one simulation of a load profile: its name is that of NBomber's, in camel case.</summary>
internal static class SimulationSection
{
    /// <summary>Every simulation with the members that it needs, in the order of the engine's list.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<string> Members)> Kinds { get; } =
    [
        ("rampingConstant", ["copies", "during"]),
        ("keepConstant", ["copies", "during"]),
        ("rampingInject", ["rate", "during"]),
        ("inject", ["rate", "during"]),
        ("injectRandom", ["minimum", "maximum", "interval", "during"]),
        ("pause", ["during"]),
        ("iterationsForConstant", ["copies", "iterations"]),
        ("iterationsForInject", ["rate", "iterations"]),
    ];

    private static readonly string[] Names = [.. Kinds.Select(k => k.Name)];

    /// <summary>The simulation, or null when it is wrong; what is wrong has been reported then.</summary>
    public static LoadSimulation? Read(JsonSection section)
    {
        section.Require("simulation");
        if (section.Word("simulation", Names) is not { } name)
        {
            return null;
        }

        foreach (var member in Kinds.First(k => k.Name == name).Members)
        {
            section.Require(member);
        }

        LoadSimulation? simulation = name switch
        {
            "rampingConstant" => new RampingConstant(Count("copies"), During()),
            "keepConstant" => new KeepConstant(Count("copies"), During()),
            "rampingInject" => new RampingInject(RateOf("rate"), During()),
            "inject" => new Inject(RateOf("rate"), During()),
            "injectRandom" => new InjectRandom(RateOf("minimum"), RateOf("maximum"), section.Duration("interval") ?? TimeSpan.FromSeconds(1), During()),
            "pause" => new Pause(During()),
            "iterationsForConstant" => new IterationsForConstant(Count("copies"), Count("iterations")),
            _ => new IterationsForInject(RateOf("rate"), Count("iterations")),
        };
        section.Close();
        return simulation;

        // A member that is wrong has been reported; what stands in for it must not raise another fault.
        int Count(string member) => (int?)section.WholeNumber(member, 0, int.MaxValue) ?? 1;

        Rate RateOf(string member) => section.Rate(member) ?? Rate.PerSecond(1);

        TimeSpan During() => section.Duration("during") ?? TimeSpan.FromSeconds(1);
    }
}
