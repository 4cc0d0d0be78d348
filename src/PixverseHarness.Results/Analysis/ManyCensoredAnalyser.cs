using System.Globalization;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Analysis;

/// <summary>Many jobs outlived our watching, so the upper percentiles are not known.</summary>
internal sealed class ManyCensoredAnalyser : IRunAnalyser
{
    /// <summary>Share of accepted jobs whose end was not seen, above which even p95 is in doubt.</summary>
    public const double MostCensored = 0.05;

    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        var accepted = input.Measured.Count(JobOutcomes.IsAccepted);
        var censored = input.Measured.Count(JobOutcomes.IsCensored);
        if (accepted > 0 && censored > MostCensored * accepted)
        {
            yield return new Remark("many-censored", RemarkWeight.Warning, string.Create(
                CultureInfo.InvariantCulture,
                $"{censored} of {accepted} accepted jobs ({(double)censored / accepted:0.0 %}) did not end while watched: they count as longer than that. Lengthen drain or job time-out to see their end."));
        }
    }
}
