using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Cli.Scenarios;

/// <summary>Reads one entry of a twin's <c>faults</c>.</summary>
internal static class FaultSection
{
    private static readonly string[] OperationNames = [.. Operations.All.Select(o => o.Name)];
    private static readonly string[] StateNames = [.. Enum.GetNames<JobState>().Select(n => n.ToUpperInvariant())];

    /// <summary>The rule, or null when it has no usable fault; what is wrong has been reported then.</summary>
    public static FaultRule? Read(JsonSection section)
    {
        section.Require("fault");
        var name = section.Word("fault", FaultCatalogue.Names);
        var duration = section.Duration("duration");
        var fault = name is null ? null : FaultCatalogue.Create(name, duration);
        if (name is not null && fault is null)
        {
            section.Require("duration");
        }

        var usual = new FaultRule { Id = "", Fault = fault! };
        var rule = usual with
        {
            Id = section.Text("id") ?? name ?? "",
            Operations = [.. section.Words("operations", OperationNames).Select(n => Operations.Find(n)!.Operation)],
            Keys = section.Texts("keys"),
            States = [.. section.Words("states", StateNames).Select(n => Enum.Parse<JobState>(n, ignoreCase: true))],
            FirstAttempt = (int?)section.WholeNumber("firstAttempt", 1, int.MaxValue) ?? usual.FirstAttempt,
            LastAttempt = (int?)section.WholeNumber("lastAttempt", 1, int.MaxValue),
            From = section.Duration("from"),
            Until = section.Duration("until"),
            Probability = (double?)section.Number("probability", 0, 1) ?? usual.Probability,
        };
        if (rule.LastAttempt < rule.FirstAttempt)
        {
            section.RefuseMember("lastAttempt", "it lies before firstAttempt: the fault would never be met");
        }

        if (rule.Until <= (rule.From ?? TimeSpan.Zero))
        {
            section.RefuseMember("until", "it lies before from: the fault would never be met");
        }

        section.Close();
        return fault is null ? null : rule;
    }
}
