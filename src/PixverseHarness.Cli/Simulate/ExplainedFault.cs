using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Cli.Simulate;

/// <summary>A rule that a call meets.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="When">From when to when, and in which state of the job; empty for always.</param>
internal sealed record ExplainedFault(string Rule, string When)
{
    /// <summary>Puts a planned fault into words.</summary>
    public static ExplainedFault Of(PlannedFault planned)
    {
        var window = planned.From == TimeSpan.Zero && planned.Until is null ? "" : ExplainedRule.Window(planned.From, planned.Until);
        return new ExplainedFault(planned.Rule.Id, $"{window} {ExplainedRule.States(planned.Rule)}".Trim());
    }
}
