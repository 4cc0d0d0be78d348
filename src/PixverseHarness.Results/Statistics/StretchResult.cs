using System.Collections.Immutable;

namespace PixverseHarness.Results.Statistics;

/// <summary>What a <see cref="StretchTest"/> shows.</summary>
/// <param name="Chances">The p-value of each figure; empty if nothing can be said.</param>
/// <param name="Stretches">How many stretches were compared; 0 if nothing can be said.</param>
/// <param name="IsDrift">Whether the runs were seen to move apart. A chance that is no proof of it is none against it either.</param>
/// <param name="CarriedOver">How much neighbouring stretches resemble each other, from 0 to about 1; null if there were too few to tell.</param>
internal sealed record StretchResult(ImmutableArray<double> Chances, int Stretches, bool IsDrift, double? CarriedOver);
