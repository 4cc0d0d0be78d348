using System.Globalization;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Analysis;

/// <summary>Arrivals that were due and never sent: the target saw less load than the plan says.</summary>
internal sealed class ShedArrivalsAnalyser : IRunAnalyser
{
    /// <summary>Share of shed arrivals above which the offered load was another one.</summary>
    public const double MostShed = 0.01;

    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        var shed = input.Measured.Count(JobOutcome.Shed);
        if (shed == 0)
        {
            yield break;
        }

        var share = (double)shed / input.Measured.Arrivals;
        yield return new Remark(
            "shed-arrivals",
            share > MostShed ? RemarkWeight.ProvesNothing : RemarkWeight.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{shed} of {input.Measured.Arrivals} arrivals ({share:0.0 %}) were due and not sent: raise the in-flight cap or the budget, or lower the rate."));
    }
}
