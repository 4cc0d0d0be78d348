using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Faults;

/// <summary>A rule that one attempt of one request will meet, known in advance.</summary>
/// <param name="Operation">The request.</param>
/// <param name="Attempt">The how-manieth POST of the body, or read of the job, it is; from 1.</param>
/// <param name="Rule">The rule. Where several meet, all take part in this order; the first that answers instead keeps the others from doing so.</param>
/// <param name="From">From when on it meets, counted from the start of the twin, at the twin's pace.</param>
/// <param name="Until">Until when, exclusive; null means no end.</param>
public sealed record PlannedFault(ApiOperation Operation, int Attempt, FaultRule Rule, TimeSpan From, TimeSpan? Until);
