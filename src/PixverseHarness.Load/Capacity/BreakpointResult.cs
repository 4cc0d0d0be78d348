using System.Collections.Immutable;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Capacity;

/// <summary>Where a service breaks, as an interval.</summary>
/// <param name="IsConclusive">Whether both ends were found, close enough, and the lower one confirmed.</param>
/// <param name="LastHeld">The highest rate that held; null if none did.</param>
/// <param name="FirstBroke">The lowest rate that broke; null if none did.</param>
/// <param name="Reason">In one sentence why the search ended.</param>
/// <param name="Steps">Every step, in order.</param>
public sealed record BreakpointResult(
    bool IsConclusive,
    Rate? LastHeld,
    Rate? FirstBroke,
    string Reason,
    ImmutableArray<BreakpointStep> Steps);
