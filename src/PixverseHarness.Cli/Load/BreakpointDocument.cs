using System.Collections.Immutable;
using PixverseHarness.Load.Capacity;

namespace PixverseHarness.Cli.Load;

/// <summary>A search for a breakpoint as JSON. Rates are jobs per second, times microseconds.</summary>
internal sealed record BreakpointDocument(
    int SchemaVersion,
    string Name,
    ulong Seed,
    long ObjectiveUs,
    bool IsConclusive,
    double? LastHeldPerSecond,
    double? FirstBrokePerSecond,
    string Reason,
    ImmutableArray<BreakpointStepDocument> Steps)
{
    /// <summary>The document of a search.</summary>
    public static BreakpointDocument Of(LoadOrder order, BreakpointSpec search, BreakpointResult result) => new(
        1,
        order.Scenario.Name!,
        order.Seed,
        (long)search.Objective.TotalMicroseconds,
        result.IsConclusive,
        result.LastHeld?.EachSecond,
        result.FirstBroke?.EachSecond,
        result.Reason,
        [.. result.Steps.Select(s => new BreakpointStepDocument(s.Rate.EachSecond, s.Verdict, s.Reason, s.EndToEnd.Value, s.EndToEnd.IntervalLow, s.EndToEnd.IntervalHigh, s.Result.Submitted))]);
}
