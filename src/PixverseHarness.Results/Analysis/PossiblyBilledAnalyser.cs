using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Analysis;

/// <summary>Submits whose answer never came: jobs may exist that nobody follows and somebody pays.</summary>
internal sealed class PossiblyBilledAnalyser : IRunAnalyser
{
    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        if (input.Measured.Count(JobOutcome.PossiblyBilled) is > 0 and var count)
        {
            yield return new Remark(
                "possibly-billed",
                RemarkWeight.Warning,
                $"{Units.Text(count)} submits went out without a usable answer: jobs may exist and be charged. See the ledger.");
        }
    }
}
