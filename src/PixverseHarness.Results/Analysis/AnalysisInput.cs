using System.Collections.Immutable;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Analysis;

/// <summary>What an analyser may look at.</summary>
/// <param name="Measured">What the run measured.</param>
/// <param name="Generator">The generator's own health; null on a virtual clock.</param>
/// <param name="Thresholds">The thresholds, judged.</param>
internal sealed record AnalysisInput(MeasuredDocument Measured, GeneratorDocument? Generator, ImmutableArray<ThresholdResult> Thresholds);
