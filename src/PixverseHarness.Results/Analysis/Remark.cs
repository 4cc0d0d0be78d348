namespace PixverseHarness.Results.Analysis;

/// <summary>What an honesty analyser has to say against a run.</summary>
/// <param name="Trouble">Name of the trouble, such as <c>generator-saturated</c>.</param>
/// <param name="Weight">What it does to the verdict.</param>
/// <param name="Sentence">One sentence with the numbers in it, and what to do.</param>
public sealed record Remark(string Trouble, RemarkWeight Weight, string Sentence);
