namespace PixverseHarness.Results.Analysis;

/// <summary>Looks at a run for one trouble that would make its numbers say more than they know.</summary>
internal interface IRunAnalyser
{
    /// <summary>Remarks, none if the trouble is absent.</summary>
    IEnumerable<Remark> Analyse(AnalysisInput input);
}
