using System.Collections.Immutable;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>What few jobs have.</summary>
/// <param name="FailureMessage">Text of the error, when the cause's own does not fit; else null.</param>
/// <param name="Faults">Faults that the prompt asked for and that concern later reads; null when there are none.</param>
internal sealed record RareTraits(string? FailureMessage, ImmutableArray<FaultRule>? Faults)
{
    /// <summary>The traits, or null when there are none.</summary>
    public static RareTraits? Of(string? failureMessage, ImmutableArray<FaultRule>? faults) =>
        failureMessage is null && faults is null ? null : new RareTraits(failureMessage, faults);
}
