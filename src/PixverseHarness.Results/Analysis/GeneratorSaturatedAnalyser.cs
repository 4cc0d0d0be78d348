using System.Globalization;
using PixverseHarness.Results.Text;

namespace PixverseHarness.Results.Analysis;

/// <summary>The generator's machine was the bottleneck: processor, garbage collection or thread pool.</summary>
internal sealed class GeneratorSaturatedAnalyser : IRunAnalyser
{
    /// <summary>Mean share of all cores above which other work on the machine delays ours.</summary>
    public const double MostCpu = 0.80;

    /// <summary>Share of the run that collections may stop.</summary>
    public const double MostGcShare = 0.05;

    /// <summary>Waiting work items that mean more than a burst.</summary>
    public const long MostQueue = 1000;

    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        if (input.Generator is not { Readings: > 0 } generator)
        {
            yield break;
        }

        if (generator.CpuShareMean > MostCpu)
        {
            yield return Distrust(string.Create(
                CultureInfo.InvariantCulture,
                $"The generator used {generator.CpuShareMean:0 %} of all cores on average (limit {MostCpu:0 %}): lower the rate or use a larger machine."));
        }

        var gcShare = input.Measured.DurationUs > 0 ? (double)generator.GcPauseUs / input.Measured.DurationUs : 0;
        if (gcShare > MostGcShare)
        {
            yield return Distrust(string.Create(
                CultureInfo.InvariantCulture,
                $"Garbage collections stopped the generator for {DurationText.Format(generator.GcPauseUs)}, {gcShare:0.0 %} of the run (limit {MostGcShare:0 %}): lower the rate or use a larger machine."));
        }

        if (generator.ThreadPoolQueueMaximum > MostQueue)
        {
            yield return Distrust(string.Create(
                CultureInfo.InvariantCulture,
                $"{generator.ThreadPoolQueueMaximum} work items waited for a thread of the generator (limit {MostQueue}): lower the rate or use a larger machine."));
        }
    }

    private static Remark Distrust(string sentence) => new("generator-saturated", RemarkWeight.Distrust, sentence);
}
