using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Analysis;

/// <summary>Nothing was sent, or nothing completed: an empty run must not be green.</summary>
internal sealed class NoDataAnalyser : IRunAnalyser
{
    public IEnumerable<Remark> Analyse(AnalysisInput input)
    {
        if (input.Measured.Arrivals == 0)
        {
            yield return NoData("No job was due: check the scenario's simulations.");
        }
        else if (input.Measured.Count(JobOutcome.Completed) == 0)
        {
            yield return NoData($"None of {Units.Text(input.Measured.Arrivals)} jobs completed: see the outcomes and their causes.");
        }
    }

    private static Remark NoData(string sentence) => new("no-data", RemarkWeight.ProvesNothing, sentence);
}
