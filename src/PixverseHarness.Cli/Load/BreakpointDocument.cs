using System.Collections.Immutable;
using PixverseHarness.Load.Capacity;

namespace PixverseHarness.Cli.Load;

/// <summary>A search for a breakpoint as JSON. Rates are jobs per second, times microseconds.</summary>
/// <param name="SchemaVersion">Version of this form.</param>
/// <param name="Name">The scenario's name.</param>
/// <param name="Seed">The seed of everything that was drawn.</param>
/// <param name="ObjectiveUs">The objective.</param>
/// <param name="Verdict">How the search ended.</param>
/// <param name="IsConclusive">Whether it found what it looked for.</param>
/// <param name="LastHeldPerSecond">The highest rate that held; absent if none did.</param>
/// <param name="FirstBrokePerSecond">The lowest rate that broke; absent if none did.</param>
/// <param name="Reason">Why it ended, in one sentence.</param>
/// <param name="Steps">Every step, in order.</param>
internal sealed record BreakpointDocument(
    int SchemaVersion,
    string Name,
    ulong Seed,
    long ObjectiveUs,
    SearchVerdict Verdict,
    bool IsConclusive,
    double? LastHeldPerSecond,
    double? FirstBrokePerSecond,
    string Reason,
    ImmutableArray<BreakpointStepDocument> Steps)
{
    /// <summary>The document of a search.</summary>
    public static BreakpointDocument Of(LoadOrder order, BreakpointSpec search, BreakpointResult result, SearchVerdict verdict) => new(
        1,
        order.Scenario.Name!,
        order.Seed,
        (long)search.Objective.TotalMicroseconds,
        verdict,
        result.IsConclusive,
        result.LastHeld?.EachSecond,
        result.FirstBroke?.EachSecond,
        result.Reason,
        [.. result.Steps.Select(s => new BreakpointStepDocument(s.Rate.EachSecond, s.Verdict, s.Reason, s.EndToEnd.Value, s.EndToEnd.IntervalLow, s.EndToEnd.IntervalHigh, s.Result.Submitted))]);
}
