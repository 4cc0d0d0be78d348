using System.Globalization;

namespace PixverseHarness.Results.Analysis;

/// <summary>The engine's count of jobs in flight and the jobs' own times disagree: jobs were lost or measured wrongly.</summary>
internal sealed class LittleMismatchAnalyser : IRunAnalyser
{
    /// <summary>Greatest difference between both sides of Little's law, as a share. Both add up the same whole numbers, so it only forgives samples of engines that round.</summary>
    public const double MostDifference = 0.001;

    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        var check = input.Measured.Little;
        if (check.RelativeDifference > MostDifference)
        {
            yield return new Remark("little-mismatch", RemarkWeight.Distrust, string.Create(
                CultureInfo.InvariantCulture,
                $"Mean in flight {check.MeanInFlight:0.##} differs by {check.RelativeDifference:0.0# %} from rate x time {check.Product:0.##} (limit {MostDifference:0.0 %}): jobs were lost or measured wrongly."));
        }
    }
}
