using System.Collections.Immutable;

namespace PixverseHarness.Results.Analysis;

/// <summary>The honesty analysers, in the order of their remarks.</summary>
internal static class RunAnalysers
{
    public static ImmutableArray<IRunAnalyser> All { get; } =
    [
        new GeneratorSaturatedAnalyser(),
        new GeneratorLateAnalyser(),
        new NoDataAnalyser(),
        new TooFewSamplesAnalyser(),
        new ShedArrivalsAnalyser(),
        new ManyCensoredAnalyser(),
        new LittleMismatchAnalyser(),
        new PossiblyBilledAnalyser(),
    ];
}
