using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Analysis;

/// <summary>Thresholds that the sample is too small to judge, and percentiles that it is too small to state.</summary>
internal sealed class TooFewSamplesAnalyser : IRunAnalyser
{
    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        foreach (var threshold in input.Thresholds.Where(result => result.State == ThresholdState.TooFewSamples))
        {
            yield return new Remark(
                "too-few-samples",
                RemarkWeight.ProvesNothing,
                $"Too few samples for {threshold.Sentence}: run longer, or lower minSamples and accept a weaker proof.");
        }

        if (input.Measured.Phase(JobPhase.EndToEnd) is { } jobs
            && jobs.Percentiles.FirstOrDefault(estimate => !estimate.IsSupported) is { } first)
        {
            yield return new Remark(
                "too-few-samples",
                RemarkWeight.Note,
                $"Percentiles from p{Units.Text((long)first.Percent)} up have no interval: {Units.Text(first.Samples)} jobs, {Units.Text(first.SamplesNeeded)} needed.");
        }
    }
}
